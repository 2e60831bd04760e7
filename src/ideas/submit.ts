import type { Actor } from '../bot/turn.ts';
import type { By } from '../people/by.ts';
import { DocumentExists, type DocumentStore, type StoredDocument } from '../store/document-store.ts';
import { classify } from '../subjects/classify.ts';
import { mostTopics } from '../subjects/codes.ts';
import { type ChallengeAsked, keptOf } from './challenge-asked.ts';
import type { FromMessage } from './from-message.ts';
import { type Link, type Submission, submissions } from './model.ts';
import { planOf } from './plan-form.ts';
import { fingerprint, referencesFor, replyCodeFor } from './reference.ts';
import type { ShareInputs } from './share-form.ts';
import { stepEvent } from './steps.ts';

interface Form {
  readonly formId: string;
  readonly actor: Actor;
  readonly inputs: ShareInputs;
  readonly promptedBy?: Submission['promptedBy'];
  /** The code of the kind of innovation it was opened for. */
  readonly innovationKind?: string | undefined;
  readonly fromMessage?: FromMessage | undefined;
  readonly challenge?: ChallengeAsked | undefined;
  readonly links?: readonly Link[];
  readonly now: Date;
}

/** `sentBefore` when the form's id stands for other words already: nothing was stored this time. */
export type SubmitOutcome =
  | {
      readonly kind: 'submitted';
      readonly submission: Submission;
      /** The submission as it was stored. */
      readonly document: StoredDocument<Submission>;
      readonly replyCode: string | undefined;
    }
  | { readonly kind: 'sentBefore'; readonly submission: Submission };

/**
 * Stores what was shared, with the event it causes, as one document. The same form sent again, even at the same
 * moment, gives the same submission.
 */
export async function submit(store: DocumentStore, form: Form): Promise<SubmitOutcome> {
  const document = await createOnce(store, form.actor.tenantId, form.formId, (reference) =>
    newSubmission(reference, form),
  );
  const kept = document.body;
  if (kept.form.content !== contentOf(form.inputs)) return { kind: 'sentBefore', submission: kept };
  const replyCode = kept.naming === 'anonymous' ? replyCodeFor(form.formId) : undefined;
  return { kind: 'submitted', submission: kept, document, replyCode };
}

/**
 * Stores the submission of a form under the first reference of its sequence that is free. Resolves to what is stored
 * for this form, which a try before may have written.
 */
export async function createOnce(
  store: DocumentStore,
  tenantId: string,
  formId: string,
  make: (reference: string) => Submission,
): Promise<StoredDocument<Submission>> {
  for (const reference of referencesFor(formId)) {
    const kept = await createOrRead(store, tenantId, make(reference));
    // Otherwise another form got this reference first.
    if (kept.body.form.id === fingerprint(formId)) return kept;
  }
  throw new Error('The sequence of references is endless');
}

const contentOf = (inputs: ShareInputs): string => fingerprint(JSON.stringify(inputs));
/** Whether this form stands for a submission already. */
export async function wasSent(store: DocumentStore, tenantId: string, formId: string): Promise<boolean> {
  for (const reference of referencesFor(formId)) {
    const kept = (await store.get(submissions, tenantId, reference))?.body;
    if (!kept || kept.form.id === fingerprint(formId)) return kept !== undefined;
  }
  throw new Error('The sequence of references is endless');
}

async function createOrRead(
  store: DocumentStore,
  tenantId: string,
  body: Submission,
): Promise<StoredDocument<Submission>> {
  try {
    return await store.create(submissions, tenantId, { id: body.reference, body });
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    const existing = await store.get(submissions, tenantId, body.reference);
    if (!existing) throw error;
    return existing;
  }
}

function newSubmission(reference: string, form: Form): Submission {
  const { formId, actor, inputs, promptedBy, innovationKind, fromMessage, challenge, links = [], now } = form;
  const { title, change, kind, benefit, service, shapedBy, link, naming } = inputs;
  const author = naming === 'anonymous' ? undefined : { personId: actor.personId, name: actor.name };
  const at = now.toISOString();
  const { theme, topics } = classify(`${inputs.title}\n${inputs.change}\n${benefit}`);
  const allTopics = new Set([...topics, ...(challenge?.open ? challenge.topics : [])]);
  return {
    reference,
    title,
    change,
    kind,
    shapedBy,
    naming,
    ...ofItsKind(inputs, author),
    ...(benefit && { benefit }),
    ...(service && { service }),
    ...(link && { link }),
    ...(promptedBy && { promptedBy }),
    ...(innovationKind && { innovationKind }),
    // Who wrote it, and where, tells who may have read it: an anonymous submission keeps neither.
    ...(fromMessage && author && { fromMessage }),
    ...(challenge && keptOf(challenge, inputs)),
    ...(links.length > 0 && { links: [...links] }),
    ...(author ? { author } : { replyCodeHash: fingerprint(replyCodeFor(formId)) }),
    ...(theme && { theme }),
    topics: [...allTopics].slice(0, mostTopics),
    state: 'received',
    authorUnreachable: false,
    history: [{ n: 0, at, what: 'submitted' }],
    createdAt: at,
    form: { id: fingerprint(formId), content: contentOf(inputs) },
    events: [{ id: `submissions/${reference}/0`, type: stepEvent('submitted'), at, data: { entry: '0' } }],
    eventsPending: true,
  };
}

/** What a barrier or a project tells beyond the rest; the author of a project is its lead. */
function ofItsKind(inputs: ShareInputs, author: By | undefined): Partial<Submission> {
  const { kind, control, stops, hours, stage } = inputs;
  switch (kind) {
    case 'barrier':
      return {
        ...(control && { control }),
        ...(stops && { stops }),
        ...(hours && { hoursAMonth: Number(hours) }),
      };
    case 'project':
      return { project: { ...(author && { lead: author }), stage, ...planOf(inputs) } };
    case 'idea':
      return {};
  }
}
