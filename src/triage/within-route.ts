import { z } from 'zod';
import { sayText } from '../bot/answer.ts';
import type { CardAction } from '../bot/card-action.ts';
import type { Dialog } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { referenceSchema } from '../ideas/reference.ts';
import { submissionOf } from '../ideas/steps.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { isWithinReach } from './reach.ts';

const aboutOneIdea = z.object({ idea: referenceSchema });

/** Refuses what concerns an idea outside of the routes of the one who acts. */
export function withinRoute(store: DocumentStore) {
  const refusal = async (turn: Turn, about: unknown) => {
    if (turn.reach === undefined) return undefined;
    const idea = aboutOneIdea.safeParse(about).data?.idea;
    const submission = idea === undefined ? undefined : await submissionOf(store, turn.actor.tenantId, idea);
    if (!submission || isWithinReach(turn)(submission)) return undefined;
    return sayText(turn.words.say('triage.outside'));
  };
  return {
    dialog: (inner: Dialog): Dialog => ({
      ...inner,
      open: async (turn, about) => (await refusal(turn, about)) ?? inner.open(turn, about),
      submit: async (turn, form) => (await refusal(turn, form.about)) ?? inner.submit(turn, form),
      cancel: async (turn, about) => (await refusal(turn, about)) ?? inner.cancel(turn, about),
    }),
    action: (inner: CardAction): CardAction => ({
      ...inner,
      run: async (turn, about) => (await refusal(turn, about)) ?? inner.run(turn, about),
    }),
  };
}
