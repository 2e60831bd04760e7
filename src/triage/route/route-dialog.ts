import { z } from 'zod';
import { sayText, showCard } from '../../bot/answer.ts';
import { type Dialog, dialog, formData, openForm, refuse } from '../../bot/dialog.ts';
import { RosterUnavailable } from '../../bot/roster.ts';
import type { Turn } from '../../bot/turn.ts';
import { mostCoOwners } from '../../ideas/terms.ts';
import type { By } from '../../people/by.ts';
import { type TriagePlace, triagePlaceId, triagePlaces } from '../../people/model.ts';
import { changeDocument } from '../../store/change-document.ts';
import { peopleTyped } from '../typed-people.ts';
import { byOf, type TriageParts } from '../work-on.ts';
import { ownersLine, routeCard } from './route-card.ts';

/** Which route, and when its owners were chosen that the form was opened with. */
const aboutSchema = z.strictObject({
  service: z.string().min(1).max(120).optional(),
  seen: z.string().max(40).optional(),
});

const most = mostCoOwners + 1;

/** The form by which the people are chosen to whom a route gives its new ideas. Who they are is checked here. */
export function routeDialog(parts: TriageParts): Dialog {
  const { store } = parts;
  const placeOf = async ({ actor, reach }: Turn, service: string | undefined) => {
    const isTheirs = reach === undefined || (service !== undefined && reach.includes(service));
    if (!isTheirs) return undefined;
    return (await store.get(triagePlaces, actor.tenantId, triagePlaceId(service)))?.body;
  };
  return dialog({
    name: 'triage.route',
    about: aboutSchema,
    inputs: (words) =>
      z.strictObject({
        owners: peopleTyped.refine(
          (ids) => ids.length <= most,
          words.say('triage.assign.tooMany', { max: most }),
        ),
      }),
    context: (turn, { service }) => placeOf(turn, service),
    async open(turn, { service }) {
      const place = await placeOf(turn, service);
      if (!place) return sayText(turn.words.say('triage.route.missing'));
      const owners = (place.owners ?? []).map(({ personId }) => personId).join(',');
      return openForm({ ...(service && { service }), seen: place.ownersAt ?? '' }, { owners });
    },
    draw: ({ words }, state, place) => ({
      card: 'triage/route-form',
      data: {
        ...formData(state, ['owners']),
        route: routeName(words, state.about.service),
        known: place?.owners ?? [],
      },
      summary: words.say('triage.route.heading'),
    }),
    async submit(turn, about, { owners: ids }) {
      const { words, actor, now } = turn;
      const { service, seen = '' } = about;
      const owners = await peopleOf(turn, ids);
      if ('kind' in owners) return owners;
      if (!(await placeOf(turn, service))) return sayText(words.say('triage.route.missing'));
      let meanwhile: TriagePlace | undefined;
      const changed = await changeDocument(
        store,
        triagePlaces,
        actor.tenantId,
        triagePlaceId(service),
        (place) => {
          meanwhile = undefined;
          if (sameOwners(place.owners ?? [], owners.found)) return undefined;
          if ((place.ownersAt ?? '') !== seen) {
            meanwhile = place;
            return undefined;
          }
          return { ...place, owners: [...owners.found], ownersBy: byOf(turn), ownersAt: now.toISOString() };
        },
      );
      if (meanwhile) {
        const { ownersBy, ownersAt = '', owners: chosen = [] } = meanwhile;
        const values = { name: ownersBy?.name ?? '', line: ownersLine(words, chosen) };
        return refuse('form', words.say('triage.route.meanwhile', values), {
          about: { ...about, seen: ownersAt },
        });
      }
      const text = routeName(words, service);
      return showCard(routeCard(words, { text, service, owners: changed?.body.owners ?? [] }));
    },
    async cancel(turn, { service }) {
      const place = await placeOf(turn, service);
      const text = routeName(turn.words, service);
      return showCard(routeCard(turn.words, { text, service, owners: place?.owners ?? [] }));
    },
  });

  async function peopleOf({ actor, words }: Turn, ids: readonly string[]) {
    const found: By[] = [];
    try {
      for (const personId of ids) {
        const person = await parts.findTriager(actor.tenantId, personId);
        if (!person) return refuse('owners', words.say('triage.assign.notTeam'));
        found.push(person);
      }
    } catch (error) {
      if (!(error instanceof RosterUnavailable)) throw error;
      return refuse('owners', words.say('triage.assign.roster'));
    }
    return { found };
  }
}

const routeName = (words: Turn['words'], service: string | undefined): string =>
  service === undefined ? words.say('triage.route.all') : words.say('triage.route.of', { service });

const sameOwners = (a: readonly By[], b: readonly By[]): boolean =>
  a.length === b.length && a.every(({ personId }, n) => b[n]?.personId === personId);
