import { z } from 'zod';
import { type Answer, sayText, showCard } from '../../bot/answer.ts';
import { type Dialog, dialog, openForm, refuse } from '../../bot/dialog.ts';
import type { Turn } from '../../bot/turn.ts';
import { typedText } from '../../bot/typed-text.ts';
import { doneBy } from '../done-by.ts';
import { decideProposal, type WriteParts } from './decide.ts';
import { answeredProposal, longestAnswer, type Proposal, proposals, publishedProposal } from './proposal.ts';
import { answerProposalCard, editProposalCard, proposalCard } from './write-cards.ts';
import { typedFrom, writeInputs } from './write-form.ts';

export const proposalSchema = z.strictObject({ proposal: z.string().regex(/^[\w-]{22}$/u) });

export const showProposal = ({ words }: Turn, id: string, proposal: Proposal | undefined): Answer =>
  proposal ? showCard(proposalCard(words, id, proposal)) : sayText(words.say('write.gone'));

export const proposalById = async ({ store }: WriteParts, { actor }: Turn, id: string) =>
  (await store.get(proposals, actor.tenantId, id))?.body;

/** The form in which the innovation team changes a proposal and publishes it. */
export function editProposalDialog(parts: WriteParts): Dialog {
  return dialog({
    name: 'proposal.edit',
    about: proposalSchema,
    inputs: writeInputs,
    context: async () => undefined,
    async open(turn, about) {
      const proposal = await proposalById(parts, turn, about.proposal);
      return proposal?.state === 'proposed'
        ? openForm(about, typedFrom(proposal.written))
        : showProposal(turn, about.proposal, proposal);
    },
    draw: ({ words }, state) => editProposalCard(words, state),
    async submit(turn, { proposal: id }, written) {
      const done = doneBy(turn);
      const proposal = await decideProposal(parts, turn, id, (current) =>
        publishedProposal(id, current, done, written),
      );
      const late = proposal && lateWords(turn, proposal);
      return late ? refuse('form', late) : showProposal(turn, id, proposal);
    },
    cancel: async (turn, { proposal: id }) => showProposal(turn, id, await proposalById(parts, turn, id)),
  });
}

/** The form in which the innovation team says why a proposal is not published, or what it needs. */
export function answerProposalDialog(parts: WriteParts): Dialog {
  return dialog({
    name: 'proposal.answer',
    about: proposalSchema,
    inputs: (words) =>
      z.strictObject({
        answer: typedText({
          min: 3,
          max: longestAnswer,
          tooShort: words.say('write.answer.missing'),
          tooLong: words.say('curate.form.tooLong', { max: longestAnswer }),
        }),
      }),
    context: (turn, { proposal }) => proposalById(parts, turn, proposal),
    async open(turn, about) {
      const proposal = await proposalById(parts, turn, about.proposal);
      return proposal?.state === 'proposed' ? openForm(about) : showProposal(turn, about.proposal, proposal);
    },
    draw: ({ words }, state, proposal) => answerProposalCard(words, state, proposal?.written.title ?? ''),
    async submit(turn, { proposal: id }, { answer }) {
      const done = doneBy(turn);
      const proposal = await decideProposal(parts, turn, id, (current) =>
        answeredProposal(id, current, done, answer),
      );
      const late = proposal && proposal.answer !== answer ? lateWords(turn, proposal) : undefined;
      return late ? refuse('form', late) : showProposal(turn, id, proposal);
    },
    cancel: async (turn, { proposal: id }) => showProposal(turn, id, await proposalById(parts, turn, id)),
  });
}

/** What one is told whose colleague decided first; undefined when it was the actor. */
const lateWords = ({ actor, words }: Turn, { decided, state }: Proposal): string | undefined =>
  decided && decided.by.personId !== actor.personId && state !== 'proposed'
    ? words.say(`write.meanwhile.${state}`, { name: decided.by.name })
    : undefined;
