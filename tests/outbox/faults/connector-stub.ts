import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** One call as a replica makes it. */
export const stubCallSchema = z.object({
  what: z.enum(['open', 'post', 'update']),
  /** Key of the delivery; empty when a chat is opened. */
  key: z.string(),
  conversationId: z.string(),
  /** Of an update: the message that is redrawn. */
  activityId: z.string(),
});

export type StubCall = z.infer<typeof stubCallSchema>;

export interface ConnectorStub {
  readonly url: string;
  /** Every call that took effect, in the order it did, whether or not its answer arrived. */
  readonly accepted: readonly (StubCall & { readonly message: string })[];
  readonly answers: ReadonlyMap<string, number>;
  /** From now on nothing goes wrong. */
  behave(): void;
  close(): Promise<void>;
}

/** What goes wrong, and how often out of a hundred. */
const faults = [
  { name: '412', share: 4, accepts: false },
  { name: '429', share: 3, accepts: false },
  { name: '503', share: 3, accepts: false },
  { name: '500', share: 2, accepts: false },
  { name: '502 but accepted', share: 3, accepts: true },
  { name: 'no answer', share: 1, accepts: false },
  { name: 'no answer but accepted', share: 2, accepts: true },
  { name: 'answer lost', share: 3, accepts: true },
  { name: 'slow', share: 5, accepts: true },
] as const;

/** Teams on loopback: takes messages, and refuses, delays or loses its answer at random. */
export async function startConnectorStub(random: () => number): Promise<ConnectorStub> {
  const accepted: (StubCall & { message: string })[] = [];
  const answers = new Map<string, number>();
  const known = new Set<string>();
  let behaves = false;

  function chosenFault() {
    if (behaves) return undefined;
    let dice = random() * 100;
    return faults.find(({ share }) => {
      dice -= share;
      return dice < 0;
    });
  }

  function accept(call: StubCall): string {
    const message = call.what === 'update' ? call.activityId : `message-${accepted.length + 1}`;
    accepted.push({ ...call, message });
    known.add(message);
    return message;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const call = stubCallSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
    const fault = chosenFault();
    const name = fault?.name ?? 'sent';
    answers.set(name, (answers.get(name) ?? 0) + 1);
    // A message that is to be redrawn is now and then gone, for good.
    if (call.what === 'update' && !behaves && random() < 0.1) known.delete(call.activityId);
    if (call.what === 'update' && !known.has(call.activityId)) {
      end(response, 404);
      return;
    }
    const message = fault && !fault.accepts ? '' : accept(call);
    const sent = () => end(response, 200, JSON.stringify({ activityId: message }));
    switch (name) {
      case '412':
      case '500':
      case '503':
        end(response, Number(name));
        return;
      case '429':
        response.setHeader('retry-after', '1');
        end(response, 429);
        return;
      case '502 but accepted':
        end(response, 502);
        return;
      case 'no answer':
      case 'no answer but accepted':
        return;
      case 'answer lost':
        request.socket.destroy();
        return;
      case 'slow':
        setTimeout(sent, 300);
        return;
      case 'sent':
        sent();
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => end(response, 400));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The stub listens on no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    accepted,
    answers,
    behave: () => {
      behaves = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Not chained: restify, where it is loaded in the same process, lets writeHead return nothing. */
function end(response: ServerResponse, status: number, body = ''): void {
  response.writeHead(status);
  response.end(body);
}
