import { z } from 'zod';
import { type Answer, sayText } from '../../bot/answer.ts';
import { type Dialog, dialog, openForm, refuse } from '../../bot/dialog.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Outbox } from '../../outbox/start-outbox.ts';
import { type Article, articles } from '../../reading/model.ts';
import { changeDocument } from '../../store/change-document.ts';
import type { DocumentStore, StoredDocument } from '../../store/document-store.ts';
import { daysAfter } from '../../time/days.ts';
import { type Edition, editions, type Known } from '../model.ts';
import { postingsKeptForDays } from '../posting.ts';
import { toldIn } from '../told.ts';
import { type Correctable, type Corrected, correctForm, correctInputs, typedFor } from './correct-form.ts';
import { type Mending, type PutRightOutcome, putRight, timesPutRight } from './put-right.ts';

export interface CorrectParts {
  readonly store: DocumentStore;
  readonly relay: Outbox['relay'];
  /** Whether editions come by e-mail too, which cannot be called back. */
  readonly mailed: boolean;
}

const aboutSchema = z.strictObject({
  edition: z.string().min(1).max(100),
  /** How often it had been put right when the form was opened. */
  seen: z
    .string()
    .regex(/^\d{0,6}$/u)
    .default(''),
});

const mostOthers = 12;

/** Whether it is still known where an edition was posted. */
export const mayBeCorrected = ({ composedAt }: Pick<Edition, 'composedAt'>, now: Date): boolean =>
  daysAfter(composedAt, postingsKeptForDays) > now.toISOString();

/**
 * The form by which the innovation team puts an edition right that was posted: wherever it stands, and where it is
 * still to be sent. @param show what became of the edition, with what was just done about it.
 */
export function correctDialog(
  { store, relay, mailed }: CorrectParts,
  show: (turn: Turn, edition: string, said?: string) => Promise<Answer>,
): Dialog {
  return dialog({
    name: 'digest.correct',
    about: aboutSchema,
    inputs: correctInputs,
    async context({ actor: { tenantId } }, { edition }) {
      const body = (await store.get(editions, tenantId, edition))?.body;
      return body && { ...(await correctable(store, tenantId, body)), mailed };
    },
    async open(turn, { edition }) {
      const body = (await store.get(editions, turn.actor.tenantId, edition))?.body;
      if (!body) return sayText(turn.words.say('digests.report.gone'));
      if (!mayBeCorrected(body, turn.now)) return sayText(turn.words.say('digests.correct.tooOld'));
      return openForm(aboutOf(edition, body), typedFor(body));
    },
    draw: ({ words }, state, shown) => correctForm(words, state, shown),
    async submit(turn, { edition, seen }, typed, form) {
      const { words, now } = turn;
      const { tenantId, personId, name } = turn.actor;
      const wished = await mendingOf(store, tenantId, typed);
      if (!wished) return refuse('swapIn', words.say('digests.correct.problem.gone'));
      const doing = { id: edition, by: { personId, name }, form, seen: Number(seen), now };
      let outcome: PutRightOutcome = { kind: 'standing' };
      const changed = await changeDocument(store, editions, tenantId, edition, (body) => {
        outcome = putRight(body, wished, doing);
        return outcome.kind === 'putRight' ? outcome.next : undefined;
      });
      if (!changed) return sayText(words.say('digests.report.gone'));
      if (changed.body.eventsPending) relay(editions, tenantId, edition);
      return answer(turn, changed, outcome);
    },
    cancel: (turn, { edition }) => show(turn, edition),
  });

  function answer(turn: Turn, { id, body }: StoredDocument<Edition>, { kind }: PutRightOutcome) {
    const { words } = turn;
    switch (kind) {
      case 'putRight':
      case 'done':
        return show(turn, id, words.say('digests.correct.done'));
      case 'standing':
        return refuse('form', words.say('digests.correct.standing'));
      case 'meanwhile': {
        const name = body.putRight?.at(-1)?.by.name ?? '';
        return refuse('form', words.say('digests.correct.meanwhile', { name }), { about: aboutOf(id, body) });
      }
    }
  }
}

const aboutOf = (edition: string, body: Edition) => ({ edition, seen: String(timesPutRight(body)) });

async function correctable(
  store: DocumentStore,
  tenantId: string,
  edition: Edition,
): Promise<Omit<Correctable, 'mailed'>> {
  const [told, newest] = await Promise.all([
    toldIn(store, tenantId, edition),
    store.query(articles, tenantId, {
      orderBy: { field: 'order', direction: 'descending' },
      limit: 2 * mostOthers,
    }),
  ]);
  const others = newest.documents.filter(
    ({ id, body }) => body.hidden === undefined && !edition.articleIds.includes(id),
  );
  return { told, others: others.slice(0, mostOthers) };
}

/** Undefined when the article that is to come in is not there any more. What is left empty stays as it is. */
async function mendingOf(
  store: DocumentStore,
  tenantId: string,
  { opening, drop, swapOut, swapIn, reword, title, teaser, note }: Corrected,
): Promise<Mending | undefined> {
  const [comes, told] = await Promise.all([
    articleNamed(store, tenantId, swapIn),
    articleNamed(store, tenantId, reword),
  ]);
  if (swapIn !== '' && (!comes || comes.body.hidden)) return undefined;
  return {
    opening,
    drop,
    swap: comes && { out: swapOut, into: comes.id },
    reword: told && { article: reword, title, teaser, own: told.body },
    note,
  };
}

const articleNamed = async (
  store: DocumentStore,
  tenantId: string,
  id: string,
): Promise<Known<Article> | undefined> => (id === '' ? undefined : store.get(articles, tenantId, id));
