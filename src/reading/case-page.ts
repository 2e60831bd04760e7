import type { StoredDocument } from '../store/document-store.ts';
import type { CaseStudy } from './model.ts';

export interface CasePage<Study extends CaseStudy = CaseStudy> {
  readonly cases: readonly StoredDocument<Study>[];
  /** Of all that were found. */
  readonly total: number;
  /** Of those before the page. */
  readonly start: number;
  /** Places to go on to; absent at the ends. */
  readonly next?: string | undefined;
  readonly previous?: string | undefined;
}

const pageSize = 5;

/**
 * One page of the cases that were found.
 * @param place `next` or `previous` of another page; the first page when it is empty or not understood.
 */
export function casePage<Study extends CaseStudy>(
  found: readonly StoredDocument<Study>[],
  place: string,
): CasePage<Study> {
  const asked = /^\d{1,3}$/u.test(place) ? Number(place) : 0;
  const start = asked < found.length ? asked : 0;
  const end = start + pageSize;
  return {
    cases: found.slice(start, end),
    total: found.length,
    start,
    next: end < found.length ? String(end) : undefined,
    previous: start > 0 ? String(Math.max(0, start - pageSize)) : undefined,
  };
}
