import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { showCard } from '../bot/answer.ts';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { alikeCard } from './alike-card.ts';
import { inviteCard, receiptCard, shareFormCard } from './cards.ts';
import type { ChallengeOf } from './challenge-asked.ts';
import { draftCard, draftOf } from './draft-card.ts';
import type { Drafts } from './drafts.ts';
import type { DueDates } from './due-dates.ts';
import type { FindAlike } from './evidence/alike.ts';
import { comparedSchema, linksFor } from './evidence/compared.ts';
import { fromMessageSchema } from './from-message.ts';
import { kindCodeSchema, kindOfCode } from './innovation-kinds.ts';
import type { LastService } from './last-service.ts';
import { type Submission, submissions } from './model.ts';
import { planProblems } from './plan-form.ts';
import type { PromptedBy } from './prompted-by.ts';
import { shareInputs } from './share-form.ts';
import { submit, wasSent } from './submit.ts';

export interface ShareParts {
  readonly store: DocumentStore;
  readonly relay: Outbox['relay'];
  readonly services: readonly string[];
  readonly lastService: LastService;
  readonly promptedBy: PromptedBy;
  readonly drafts: Drafts;
  readonly challengeOf: ChallengeOf;
  readonly findAlike: FindAlike;
  readonly dueDates: (submission: Submission) => DueDates;
  /** The local date of an instant. */
  readonly localDate: (instant: Date) => string;
}

const aboutSchema = z.strictObject({
  article: z.string().max(100).optional(),
  case: z.string().max(100).optional(),
  innovationKind: kindCodeSchema.optional(),
  message: fromMessageSchema.optional(),
  /** What becomes of the form that was left unfinished. */
  draft: z.enum(['goOn', 'startAfresh']).optional(),
  challenge: z.string().max(100).optional(),
  compared: comparedSchema.optional(),
});

/** The form by which an idea, a project or a barrier is shared. Two inputs are required. */
export function shareDialog(parts: ShareParts): Dialog {
  const { store, services } = parts;
  return dialog({
    name: 'idea.share',
    about: aboutSchema,
    inputs: (words) => shareInputs(words, services),
    async context({ actor, now }, about) {
      const [prompt, challenge] = await Promise.all([
        parts.promptedBy(actor.tenantId, about),
        parts.challengeOf(actor.tenantId, about.challenge, now),
      ]);
      return { prompt, challenge };
    },
    async open({ actor, words }, { draft: choice, ...about }) {
      if (choice === 'startAfresh') parts.drafts.drop(actor);
      // A message brings its own words: they are not laid over those of another form.
      const isAsked = choice !== 'startAfresh' && !about.message;
      const [service, draft] = await Promise.all([
        parts.lastService.of(actor),
        isAsked ? parts.drafts.of(actor) : undefined,
      ]);
      if (draft && choice === 'goOn') return openForm({ ...draft.about, draft: 'goOn' }, draft.typed);
      if (draft) return showCard(draftCard(words, draft, about));
      return openForm(about, { service: services.includes(service) ? service : '' });
    },
    draw: ({ words }, state, context) =>
      shareFormCard(words, state, {
        services,
        promptedBy: context?.prompt?.title,
        challenge: context?.challenge,
        innovationKind: kindOfCode(state.about.innovationKind)?.name,
        fromMessage: state.about.message,
      }),
    async submit(turn, about, inputs, formId) {
      const { actor, words, now } = turn;
      const problems = inputs.kind === 'project' && planProblems(words, inputs, parts.localDate(now));
      if (problems) return { kind: 'problems', problems };
      const challenge = await parts.challengeOf(actor.tenantId, about.challenge, now);
      if (!about.compared) {
        const alike = await parts.findAlike(actor.tenantId, inputs);
        const isAny = alike.ideas.length > 0 || alike.reading.length > 0;
        // Sent and stored before, it is most like itself.
        if (isAny && !(await wasSent(store, actor.tenantId, formId))) {
          const unsent = { about, formId, inputs, challenge };
          // An anonymous form leaves nothing, nor does what it was before its author chose so.
          if (inputs.naming === 'anonymous') parts.drafts.drop(actor);
          else parts.drafts.keep(actor, draftOf(unsent, now));
          return showCard(alikeCard(words, unsent, alike));
        }
      }
      const [promptedBy, links] = await Promise.all([
        parts.promptedBy(actor.tenantId, about),
        linksFor(store, actor.tenantId, about.compared),
      ]);
      const innovationKind = kindOfCode(about.innovationKind)?.code;
      const outcome = await submit(store, {
        formId,
        actor,
        inputs,
        promptedBy,
        innovationKind,
        fromMessage: about.message,
        challenge,
        links,
        now,
      });
      const { submission } = outcome;
      if (outcome.kind === 'sentBefore') {
        const problem = words.say('ideas.form.sentBefore', { reference: submission.reference });
        return refuse('form', problem, { formId: randomUUID() });
      }
      parts.relay(submissions, actor.tenantId, submission.reference, outcome.document);
      if (about.compared || about.draft || !submission.author) parts.drafts.drop(actor);
      if (submission.author && submission.service) await remember(turn, submission.service, parts);
      return showCard(receiptCard(words, submission, parts.dueDates(submission), outcome.replyCode));
    },
    cancel: async ({ words }) => showCard(inviteCard(words)),
  });
}

/** The idea is stored by now: that its service area could not be remembered must not look like a failure. */
async function remember({ actor }: Turn, service: string, { lastService }: ShareParts): Promise<void> {
  await lastService.chosen(actor, service).catch(() => undefined);
}
