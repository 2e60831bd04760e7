import type { DocumentStore, Page } from '../store/document-store.ts';
import { type Submission, submissions } from './model.ts';
import { submissionOf } from './steps.ts';
import type { State } from './terms.ts';

const pageSize = 5;

/** A page of a person's own submissions, in one state or in any, the newest first. Anonymous ones are nobody's. */
export function submissionsOf(
  store: DocumentStore,
  tenantId: string,
  personId: string,
  { state, after }: { state?: State | undefined; after?: string | undefined } = {},
): Promise<Page<Submission>> {
  return store.query(submissions, tenantId, {
    where: { 'author.personId': personId, ...(state && { state }) },
    orderBy: { field: 'createdAt', direction: 'descending' },
    limit: pageSize,
    after,
  });
}

/** How many they are. */
export const countOf = (
  store: DocumentStore,
  { tenantId, personId }: { readonly tenantId: string; readonly personId: string },
  state: State | undefined,
): Promise<number> =>
  store.count(submissions, tenantId, { 'author.personId': personId, ...(state && { state }) });

/** Whether a submission was shared under a person's name. An anonymous one is nobody's. */
export const isOwn =
  ({ personId }: { readonly personId: string }) =>
  (submission: Submission): boolean =>
    submission.author?.personId === personId;

/** One of a person's own submissions; undefined when there is none or it is somebody else's. */
export async function ownSubmission(
  store: DocumentStore,
  who: { readonly tenantId: string; readonly personId: string },
  reference: string,
): Promise<Submission | undefined> {
  const submission = await submissionOf(store, who.tenantId, reference);
  return submission && isOwn(who)(submission) ? submission : undefined;
}
