/** A page that the service answers a browser or a mail program with, outside of Teams. */
export interface WebPage {
  readonly status: number;
  readonly html: string;
}

/** What answers one address. `path` has named parts, such as `/digest/stop/:tenant`. */
export interface WebRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  handle(named: Readonly<Record<string, string>>): Promise<WebPage>;
}
