import { createHash } from 'node:crypto';
import { noEvents } from '../outbox/event.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';
import { type Feedback, feedback } from './model.ts';

/** Stores feedback; the same form sent again is stored once. */
export async function giveFeedback(
  store: DocumentStore,
  tenantId: string,
  formId: string,
  given: Pick<Feedback, 'rating' | 'words' | 'by' | 'article' | 'at'>,
): Promise<void> {
  const id = createHash('sha256').update(formId).digest('base64url');
  try {
    await store.create(feedback, tenantId, { id, body: { ...given, state: 'new', ...noEvents } });
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
  }
}
