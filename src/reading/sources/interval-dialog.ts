import { z } from 'zod';
import { type Dialog, dialog, openForm } from '../../bot/dialog.ts';
import { showSource, sourceSchema } from './show-source.ts';
import { intervalCard } from './source-cards.ts';
import type { SourcesParts } from './source-parts.ts';
import { intervals } from './source-words.ts';
import { setInterval, sourceById } from './sources.ts';

/** The form that says how often a source is read. */
export function intervalDialog(parts: SourcesParts): Dialog {
  return dialog({
    name: 'source.interval',
    about: sourceSchema,
    inputs: (words) => z.strictObject({ every: z.enum(intervals, words.say('sources.interval.wrong')) }),
    context: ({ actor }, { source }) => sourceById(parts, actor.tenantId, source),
    async open(turn, about) {
      const source = await sourceById(parts, turn.actor.tenantId, about.source);
      if (!source) return showSource(parts, turn, about.source, source);
      return openForm(about, { every: String(source.everyMinutes ?? parts.pollMinutes) });
    },
    draw: ({ words }, state, source) => intervalCard(words, state, source),
    async submit(turn, { source: id }, { every }) {
      const source = await setInterval(parts, turn.actor.tenantId, id, Number(every), turn.now);
      return showSource(parts, turn, id, source);
    },
    cancel: async (turn, { source: id }) =>
      showSource(parts, turn, id, await sourceById(parts, turn.actor.tenantId, id)),
  });
}
