import { createHash } from 'node:crypto';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';
import { type Feedback, feedback } from './model.ts';

/** Stores feedback; the same form sent again is stored once. */
export async function giveFeedback(
  store: DocumentStore,
  tenantId: string,
  formId: string,
  body: Feedback,
): Promise<void> {
  const id = createHash('sha256').update(formId).digest('base64url');
  try {
    await store.create(feedback, tenantId, { id, body });
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
  }
}
