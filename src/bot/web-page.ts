/** A page that the service answers a browser or a mail program with, outside of Teams. */
export interface WebPage {
  readonly status: number;
  readonly html: string;
  /** Where a redirect leads. */
  readonly location?: string;
}

/** What answers one address. `path` has named parts, such as `/digest/stop/:tenant`; an ending `*` names all that follows. */
export interface WebRoute {
  readonly method: 'get' | 'head' | 'post';
  readonly path: string;
  handle(named: Readonly<Record<string, string>>): Promise<WebPage>;
}
