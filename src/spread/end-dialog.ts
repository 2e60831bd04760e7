import { z } from 'zod';
import { type Dialog, refuse } from '../bot/dialog.ts';
import { typedText } from '../bot/typed-text.ts';
import { byOf } from '../engagement/marks.ts';
import { changeReplication } from './find.ts';
import { endFormCard } from './form-cards.ts';
import { endEarly } from './life.ts';
import { longest } from './model.ts';
import type { SpreadParts } from './parts.ts';
import { replicationForm } from './replication-form.ts';

/** The form by which a replication ends before there is a result, with the reason. */
export const endDialog = (parts: SpreadParts): Dialog =>
  replicationForm(parts, {
    name: 'spread.end',
    inputs: (words) =>
      z.strictObject({
        reason: typedText({
          min: 3,
          max: longest.reason,
          tooShort: words.say('spread.end.missing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
        }),
      }),
    may: ({ state }) => state === 'running',
    typed: () => ({}),
    draw: ({ words }, state, known) => endFormCard(words, state, known),
    async submit({ actor, words, now }, { id }, { reason }) {
      const known = await changeReplication(parts, actor.tenantId, id, (current) =>
        endEarly(current, byOf(actor), reason, now),
      );
      return known?.body.state === 'finished' ? refuse('form', words.say('spread.end.over')) : known;
    },
  });
