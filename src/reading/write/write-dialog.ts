import { z } from 'zod';
import { sayText, showCard } from '../../bot/answer.ts';
import { type Dialog, dialog, openForm, refuse } from '../../bot/dialog.ts';
import type { Turn } from '../../bot/turn.ts';
import { doneBy } from '../done-by.ts';
import type { FromWork } from '../from-work.ts';
import { readingId } from '../reading-id.ts';
import { putArticle, type WriteParts } from './decide.ts';
import { articleIdOf, newProposal, proposals, publishedAtOnce } from './proposal.ts';
import { writeCard, writtenCard } from './write-cards.ts';
import { typedFrom, writeInputs } from './write-form.ts';

export interface WriteDialogParts extends WriteParts {
  readonly fromWork: FromWork;
  readonly isInnovationTeam: (turn: Turn) => Promise<boolean>;
}

const aboutSchema = z.strictObject({
  /** The work it is begun from: an idea, or the trial of one elsewhere. */
  idea: z.string().max(50).optional(),
});

/**
 * The form in which anybody writes an article for iNews, empty or begun from their work. What the innovation team
 * writes is published at once; what others write is proposed to it.
 */
export function writeDialog({ store, relay, fromWork, isInnovationTeam }: WriteDialogParts): Dialog {
  const draftFor = async (turn: Turn, idea: string | undefined) =>
    idea === undefined ? undefined : fromWork.article(turn, idea);
  return dialog({
    name: 'article.write',
    about: aboutSchema,
    inputs: writeInputs,
    async context(turn, { idea }) {
      const [publishes, draft] = await Promise.all([isInnovationTeam(turn), draftFor(turn, idea)]);
      return { publishes, draft };
    },
    async open(turn, about) {
      if (about.idea === undefined) return openForm(about, { theme: 'none' });
      const draft = await draftFor(turn, about.idea);
      return draft
        ? openForm(about, typedFrom(draft.written))
        : sayText(turn.words.say('write.fromWork.nothing'));
    },
    draw: ({ words }, state, context) =>
      writeCard(words, state, {
        publishes: context?.publishes ?? false,
        unnamed: context?.draft?.unnamed ?? false,
        authorUnnamed: context?.draft?.authorUnnamed ?? false,
      }),
    async submit(turn, { idea }, written, formId) {
      const { actor, words } = turn;
      const id = readingId(`article ${actor.personId} ${formId}`);
      const [publishes, draft] = await Promise.all([isInnovationTeam(turn), draftFor(turn, idea)]);
      if (idea !== undefined && !draft) return refuse('form', words.say('write.fromWork.nothing'));
      const handedIn = { written, proposed: doneBy(turn), unnamed: draft?.unnamed ?? false };
      const body = publishes ? publishedAtOnce(id, handedIn) : newProposal(id, handedIn);
      await store.createMany(proposals, actor.tenantId, [{ id, body }]);
      if (publishes) await putArticle(store, actor.tenantId, id, body);
      relay(proposals, actor.tenantId, id);
      return publishes
        ? showCard(writtenCard(words, articleIdOf(id), body))
        : sayText(words.say('write.thanks', { title: written.title }));
    },
    cancel: async ({ words }) => sayText(words.say('write.cancelled')),
  });
}
