import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

// Answers are not chained on writeHead: restify, which shares the process, makes it return nothing.
/** The OneDrive of everybody, over HTTP on loopback: files are read from it and put into it by addresses it gave. */
export class FileStore {
  private readonly kept = new Map<string, Buffer>();
  private readonly expected = new Set<string>();
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch(() => response.destroy());
    });
    this.server.keepAliveTimeout = 0;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Keeps a file of a person. Returns the address it can be read from. */
  keep(content: string | Uint8Array): string {
    const id = randomUUID();
    this.kept.set(id, Buffer.from(content));
    return this.address('files', id);
  }

  /** Opens an upload, as Teams does when a person allows it. */
  open(): { readonly id: string; readonly contentUrl: string; readonly uploadUrl: string } {
    const id = randomUUID();
    this.expected.add(id);
    return { id, contentUrl: this.address('files', id), uploadUrl: this.address('uploads', id) };
  }

  /** What was put there; undefined when nothing was. */
  contentOf(contentUrl: string): string | undefined {
    return this.kept.get(contentUrl.split('/').at(-1) ?? '')?.toString('utf8');
  }

  private address(kind: string, id: string): string {
    const address = this.server.address();
    if (typeof address !== 'object' || !address) throw new Error('The file store is not listening');
    return `http://127.0.0.1:${address.port}/${kind}/${id}`;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, kind = '', id = ''] = (request.url ?? '').split('/');
    const body = await buffer(request);
    const content = this.kept.get(id);
    if (request.method === 'GET' && kind === 'files' && content) {
      response.writeHead(200);
      response.end(content);
      return;
    }
    if (request.method !== 'PUT' || kind !== 'uploads' || !this.expected.has(id)) {
      response.writeHead(404);
      response.end();
      return;
    }
    // An upload session wants to know which bytes these are.
    if (request.headers['content-range'] !== `bytes 0-${body.length - 1}/${body.length}`) {
      response.writeHead(416);
      response.end();
      return;
    }
    // A token of the bot has no business here.
    if (request.headers.authorization !== undefined) {
      response.writeHead(401);
      response.end();
      return;
    }
    this.kept.set(id, body);
    this.expected.delete(id);
    response.writeHead(201, { 'Content-Type': 'application/json' });
    response.end('{}');
  }
}
