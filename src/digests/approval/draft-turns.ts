import { z } from 'zod';
import { type Answer, sayText, showCard } from '../../bot/answer.ts';
import { type CardAction, cardAction } from '../../bot/card-action.ts';
import { type Dialog, dialog, openForm, refuse } from '../../bot/dialog.ts';
import type { Turn } from '../../bot/turn.ts';
import type { DeliveryCard } from '../../outbox/delivery-card.ts';
import type { StoredDocument } from '../../store/document-store.ts';
import type { Words } from '../../words/words.ts';
import { longestOpening } from '../model.ts';
import { type ApprovalParts, type DigestParts, hasApproval } from '../parts.ts';
import { toldIn } from '../told.ts';
import { changeForm, draftCard, lookCard, reminderCard, type ShownDraft } from './draft-card.ts';
import { meanwhileOf } from './draft-words.ts';
import { changeDraft, hiddenIn } from './find-draft.ts';
import { draftCardName, draftOf, reminderName } from './listeners.ts';
import type { Draft } from './model.ts';
import { type ApproveOutcome, approve, type ChangeOutcome, change, editionOf } from './rules.ts';

const draftSchema = z.string().regex(/^[\w-]{43}$/u);
const aboutSchema = z.strictObject({ draft: draftSchema });
const seenSchema = z.strictObject({ draft: draftSchema, seen: z.string().regex(/^\d{1,6}$/u) });

type Known = StoredDocument<Draft>;

/** What the innovation team does with drafts. */
export function draftTurns(parts: DigestParts): {
  readonly actions: readonly CardAction[];
  readonly dialogs: readonly Dialog[];
  readonly deliveryCards: readonly DeliveryCard[];
} {
  const { store } = parts;
  const find = ({ actor: { tenantId } }: Turn, draft: string) => draftOf(store, { tenant: tenantId, draft });
  const show = async (turn: Turn, known: Known | undefined, notice = ''): Promise<Answer> =>
    known
      ? showCard(draftCard(turn.words, await shownOf(parts, turn.words, known, turn.now), notice))
      : gone(turn);

  return {
    actions: [
      cardAction({
        name: 'digest.draft',
        about: aboutSchema,
        run: async (turn, { draft }) => show(turn, await find(turn, draft)),
      }),
      cardAction({
        name: 'digest.approve',
        about: seenSchema,
        async run(turn, { draft, seen }) {
          const known = await find(turn, draft);
          if (!known) return gone(turn);
          if (!hasApproval(parts)) return show(turn, known, turn.words.say('digests.draft.off'));
          const doing = await doingOf(parts, turn, known, seen);
          let outcome: ApproveOutcome = { kind: 'over' };
          const changed = await changeDraft(parts, turn.actor.tenantId, draft, (current) => {
            outcome = approve(current, doing, parts.approval.mayApproveOwn);
            return outcome.kind === 'approved' ? outcome.next : undefined;
          });
          return changed ? show(turn, changed, approveNotice(turn, changed.body, outcome)) : gone(turn);
        },
      }),
    ],
    dialogs: [
      dialog({
        name: 'digest.showDraft',
        about: aboutSchema,
        inputs: () => z.object({}),
        context: async () => undefined,
        async open(turn, { draft }) {
          const known = await find(turn, draft);
          if (!known) return gone(turn);
          return showCard(lookCard(turn.words, await shownOf(parts, turn.words, known, turn.now)));
        },
        draw: ({ words }, state) => changeForm(words, state, undefined),
        submit: async (turn, { draft }) => show(turn, await find(turn, draft)),
        cancel: async (turn, { draft }) => show(turn, await find(turn, draft)),
      }),
      changeDialog(parts, find, show),
    ],
    deliveryCards: [draftCardName, reminderName].map(
      (name): DeliveryCard => ({
        name,
        whenInDoubt: name === reminderName ? 'leave' : 'sendAgain',
        async draw({ about }) {
          const known = await draftOf(store, about);
          if (!known) return undefined;
          const shown = await shownOf(parts, parts.words, known, parts.clock.now());
          if (name === draftCardName) return draftCard(parts.words, shown);
          return known.body.state === 'open' ? reminderCard(parts.words, shown) : undefined;
        },
      }),
    ),
  };
}

function changeDialog(
  parts: DigestParts,
  find: (turn: Turn, draft: string) => Promise<Known | undefined>,
  show: (turn: Turn, known: Known | undefined, notice?: string) => Promise<Answer>,
): Dialog {
  const isOver = ({ body: { state } }: Known) => state === 'sent' || state === 'lapsed';
  const about = ({ id, body }: Known) => ({ draft: id, seen: String(body.version) });
  return dialog({
    name: 'digest.changeDraft',
    about: seenSchema,
    inputs: changeInputs,
    async context(turn, { draft }) {
      const known = await find(turn, draft);
      return known && shownOf(parts, turn.words, known, turn.now);
    },
    async open(turn, { draft }) {
      const known = await find(turn, draft);
      if (!known || isOver(known)) return show(turn, known, turn.words.say('digests.draft.over'));
      return openForm(about(known), { opening: known.body.opening });
    },
    draw: ({ words }, state, shown) => changeForm(words, state, shown),
    async submit(turn, { draft, seen }, wished) {
      const { words, actor } = turn;
      const known = await find(turn, draft);
      if (!known) return gone(turn);
      if (!hasApproval(parts)) return refuse('form', words.say('digests.draft.off'));
      const doing = await doingOf(parts, turn, known, seen);
      let outcome: ChangeOutcome = { kind: 'over' };
      const changed = await changeDraft(parts, actor.tenantId, draft, (current) => {
        outcome = change(current, wished, doing);
        return outcome.kind === 'changed' ? outcome.next : undefined;
      });
      if (!changed) return gone(turn);
      return changeAnswer(turn, changed, outcome, (notice) => show(turn, changed, notice));
    },
    cancel: async (turn, { draft }) => show(turn, await find(turn, draft)),
  });

  function changeAnswer(
    { words }: Turn,
    changed: Known,
    { kind }: ChangeOutcome,
    shown: (notice: string) => Promise<Answer>,
  ) {
    switch (kind) {
      case 'changed':
        return shown(words.say('digests.draft.changed'));
      case 'standing':
        return shown('');
      case 'meanwhile':
        return refuse('form', meanwhileOf(words, changed.body), { about: about(changed) });
      case 'over':
        return refuse('form', words.say('digests.draft.over'));
      case 'noSpare':
        return refuse('swap', words.say('digests.draft.noSpare'));
      case 'empty':
        return refuse('drop', words.say('digests.draft.empty'));
    }
  }
}

const gone = ({ words }: Turn): Answer => sayText(words.say('digests.draft.gone'));

async function shownOf(
  parts: DigestParts,
  words: Words,
  { id, partition, body: draft }: Known,
  now: Date,
): Promise<ShownDraft> {
  const edition = editionOf(draft, (n) => words.say('digests.edition.withdrawn', { articles: n }));
  const told = await toldIn(parts.store, partition, edition);
  return { id, draft, told, now, unapproved: parts.approval?.unapproved ?? 'go' };
}

const doingOf = async (
  { store }: ApprovalParts,
  { actor: { tenantId, personId, name }, now }: Turn,
  { id, body }: Known,
  seen: string,
) => ({
  id,
  by: { personId, name },
  seen: Number(seen),
  now,
  hidden: await hiddenIn(store, tenantId, body),
});

function approveNotice({ words }: Turn, draft: Draft, { kind }: ApproveOutcome): string {
  switch (kind) {
    case 'approved':
      return '';
    case 'standing':
      return words.say('digests.draft.standing.approved', { name: draft.approvedBy?.name ?? '' });
    case 'own':
      return words.say('digests.draft.own');
    case 'meanwhile':
      return meanwhileOf(words, draft);
    case 'over':
      return words.say('digests.draft.over');
  }
}

const listOf = z
  .string()
  .max(10_000)
  .default('')
  .transform((chosen) => chosen.split(',').filter((one) => one !== ''));

const changeInputs = (words: Words) =>
  z
    .object({
      opening: z
        .string()
        .trim()
        .max(longestOpening, words.say('digests.draft.problem.opening', { most: longestOpening }))
        .default(''),
      swap: listOf,
      drop: listOf,
    })
    .refine(({ swap, drop }) => !swap.some((one) => drop.includes(one)), {
      path: ['drop'],
      error: words.say('digests.draft.problem.both'),
    });
