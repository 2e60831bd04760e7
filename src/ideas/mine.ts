import type { DocumentStore, Page } from '../store/document-store.ts';
import { type Submission, submissions } from './model.ts';
import { submissionOf } from './steps.ts';

const pageSize = 5;

/** A page of a person's own submissions, the newest first. Anonymous ones are nobody's. */
export function submissionsOf(
  store: DocumentStore,
  tenantId: string,
  personId: string,
  after?: string,
): Promise<Page<Submission>> {
  return store.query(submissions, tenantId, {
    where: { 'author.personId': personId },
    orderBy: { field: 'createdAt', direction: 'descending' },
    limit: pageSize,
    after,
  });
}

/** One of a person's own submissions; undefined when there is none or it is somebody else's. */
export async function ownSubmission(
  store: DocumentStore,
  who: { readonly tenantId: string; readonly personId: string },
  reference: string,
): Promise<Submission | undefined> {
  const submission = await submissionOf(store, who.tenantId, reference);
  return submission?.author?.personId === who.personId ? submission : undefined;
}
