import { z } from 'zod';
import { sayText } from '../bot/answer.ts';
import { type Dialog, dialog, openForm, type Problems, refuse } from '../bot/dialog.ts';
import { byOf } from '../engagement/marks.ts';
import { startFormCard } from './form-cards.ts';
import { isLead } from './manage.ts';
import { replications } from './model.ts';
import type { DialogParts } from './parts.ts';
import { showReplication } from './show.ts';
import { sourceIdsSchema, sourceOf } from './source.ts';
import { startReplication } from './start.ts';
import { isNear, startInput } from './start-dates.ts';
import { leadInput, typedLead } from './typed-lead.ts';

/** The form by which anybody tries in their service what is adopted elsewhere. */
export function startDialog(parts: DialogParts): Dialog {
  const { store, relay, services, localDate, lastService } = parts;
  return dialog({
    name: 'spread.start',
    about: sourceIdsSchema,
    inputs: (words) =>
      z.strictObject({
        service: z
          .string()
          .default('')
          .refine((typed) => services.includes(typed), words.say('spread.start.serviceMissing')),
        lead: leadInput,
        startsOn: startInput(words),
      }),
    context: ({ actor }, ids) => sourceOf(store, actor.tenantId, ids),
    async open(turn, ids) {
      const { actor, words, now } = turn;
      const [source, service] = await Promise.all([
        sourceOf(store, actor.tenantId, ids),
        lastService.of(actor),
      ]);
      if (!source) return sayText(words.say('spread.start.closed'));
      const known = services.includes(service) ? service : '';
      return openForm(ids, { service: known, lead: actor.personId, startsOn: localDate(now) });
    },
    draw: (turn, state, source) => startFormCard(turn, state, source, services),
    async submit(turn, ids, { service, lead: typed, startsOn: date }, formId) {
      const { actor, words, now } = turn;
      const today = localDate(now);
      const startsOn = date || today;
      const problems: Problems = isNear(startsOn, today) ? {} : { startsOn: words.say('spread.start.far') };
      if (problems.startsOn) return { kind: 'problems', problems };
      const [source, lead] = await Promise.all([
        sourceOf(store, actor.tenantId, ids),
        typedLead(store, turn, typed),
      ]);
      if (!source) return refuse('form', words.say('spread.start.closed'));
      if (!lead) return refuse('lead', words.say('triage.trial.leadUnknown'));
      const wish = { source, service, lead, startsOn, by: byOf(actor), formId };
      const { kind, known } = await startReplication(store, actor.tenantId, wish, now);
      if (kind === 'running')
        return showReplication(parts, turn, known, isLead(known.body, turn) ? 'runningOwn' : 'running');
      relay(replications, actor.tenantId, known.id);
      await lastService.chosen(actor, service);
      return showReplication(parts, turn, known, 'started');
    },
    cancel: async ({ words }) => sayText(words.say('spread.start.later')),
  });
}
