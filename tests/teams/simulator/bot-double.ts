import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { isObject, type JsonObject } from './json.ts';

/** A bot of a few lines, to try the simulator itself on. */
export interface BotDouble extends AsyncDisposable {
  readonly address: string;
  readonly heard: JsonObject[];
  /** What it answers to invokes from now on. */
  answer: { status: number; body: unknown };
}

export async function startBotDouble(): Promise<BotDouble> {
  const heard: JsonObject[] = [];
  const server = createServer(async (request, response) => {
    const activity = await json(request);
    if (isObject(activity)) heard.push(activity);
    const { status, body } = double.answer;
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(body === undefined ? '' : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The bot double is not listening');
  const double: BotDouble = {
    address: `http://127.0.0.1:${address.port}`,
    heard,
    answer: { status: 200, body: undefined },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return double;
}
