import type { Actor } from '../bot/turn.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';
import { classify } from '../subjects/classify.ts';
import { type Link, type Submission, submissions } from './model.ts';
import { fingerprint, referencesFor, replyCodeFor } from './reference.ts';
import type { ShareInputs } from './share-form.ts';
import { stepEvent } from './steps.ts';

interface Form {
  readonly formId: string;
  readonly actor: Actor;
  readonly inputs: ShareInputs;
  readonly promptedBy?: Submission['promptedBy'];
  readonly links?: readonly Link[];
  readonly now: Date;
}

/** `sentBefore` when the form's id stands for other words already: nothing was stored this time. */
export type SubmitOutcome =
  | { readonly kind: 'submitted'; readonly submission: Submission; readonly replyCode: string | undefined }
  | { readonly kind: 'sentBefore'; readonly submission: Submission };

/**
 * Stores what was shared, with the event it causes, as one document. The same form sent again, even at the same
 * moment, gives the same submission.
 */
export async function submit(store: DocumentStore, form: Form): Promise<SubmitOutcome> {
  const { tenantId } = form.actor;
  for (const reference of referencesFor(form.formId)) {
    const submission = newSubmission(reference, form);
    const kept = await createOrRead(store, tenantId, submission);
    // Another form got this reference first.
    if (kept.form.id !== submission.form.id) continue;
    if (kept.form.content !== submission.form.content) return { kind: 'sentBefore', submission: kept };
    const replyCode = kept.naming === 'anonymous' ? replyCodeFor(form.formId) : undefined;
    return { kind: 'submitted', submission: kept, replyCode };
  }
  throw new Error('The sequence of references is endless');
}

/** Whether this form stands for a submission already. */
export async function wasSent(store: DocumentStore, tenantId: string, formId: string): Promise<boolean> {
  for (const reference of referencesFor(formId)) {
    const kept = (await store.get(submissions, tenantId, reference))?.body;
    if (!kept || kept.form.id === fingerprint(formId)) return kept !== undefined;
  }
  throw new Error('The sequence of references is endless');
}

async function createOrRead(store: DocumentStore, tenantId: string, body: Submission): Promise<Submission> {
  try {
    return (await store.create(submissions, tenantId, { id: body.reference, body })).body;
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    const existing = await store.get(submissions, tenantId, body.reference);
    if (!existing) throw error;
    return existing.body;
  }
}

function newSubmission(
  reference: string,
  { formId, actor, inputs, promptedBy, links = [], now }: Form,
): Submission {
  const { benefit, service, link, ...rest } = inputs;
  const anonymous = inputs.naming === 'anonymous';
  const at = now.toISOString();
  const { theme, topics } = classify(`${inputs.title}\n${inputs.change}\n${benefit}`);
  return {
    reference,
    ...rest,
    ...(benefit && { benefit }),
    ...(service && { service }),
    ...(link && { link }),
    ...(promptedBy && { promptedBy }),
    ...(links.length > 0 && { links: [...links] }),
    ...(anonymous
      ? { replyCodeHash: fingerprint(replyCodeFor(formId)) }
      : { author: { personId: actor.personId, name: actor.name } }),
    ...(theme && { theme }),
    topics: [...topics],
    state: 'received',
    authorUnreachable: false,
    history: [{ n: 0, at, what: 'submitted' }],
    createdAt: at,
    form: { id: fingerprint(formId), content: fingerprint(JSON.stringify(inputs)) },
    events: [{ id: `submissions/${reference}/0`, type: stepEvent('submitted'), at, data: { entry: '0' } }],
    eventsPending: true,
  };
}
