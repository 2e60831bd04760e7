import { sayText, showCard } from '../../bot/answer.ts';
import type { Command } from '../../bot/command.ts';
import { triagePlaceId, triagePlaces } from '../../people/model.ts';
import { setTriagePlace, triagePlaceFor } from '../../people/triage-place.ts';
import type { TriageParts } from '../work-on.ts';
import { routeCard } from './route-card.ts';

/** "triage here", or "triage here for Housing": ideas are decided in this channel from now on. */
export const hereCommand = ({ store, relay, services }: TriageParts): Command => ({
  name: 'triage here',
  async run(turn, rest) {
    const { words, actor } = turn;
    const asked = /^for\s+(.+)$/iu.exec(rest)?.[1]?.trim();
    const service = services.find((one) => one.toLowerCase() === asked?.toLowerCase());
    if (asked !== undefined && service === undefined)
      return sayText(
        words.say('triage.here.unknownService', { service: asked, services: services.join(', ') }),
      );
    const changed = await setTriagePlace(store, turn, service);
    if (changed) relay(triagePlaces, actor.tenantId, triagePlaceId(service));
    const place = await triagePlaceFor(store, actor.tenantId, service);
    const said = service === undefined ? 'done' : 'serviceDone';
    const standing = service === undefined ? 'already' : 'serviceAlready';
    const text = words.say(`triage.here.${changed ? said : standing}`, { service: service ?? '' });
    return showCard(routeCard(words, { text, service, owners: place?.owners ?? [] }));
  },
});
