import type { Submission } from '../../ideas/model.ts';
import { outOfReach } from '../../people/out-of-reach.ts';
import type { Words } from '../../words/words.ts';
import type { TriageParts } from '../work-on.ts';

/** A trial that runs without anybody to ask: of an idea, or of what another service tries. */
export interface LostLead {
  readonly lead: string;
  readonly title: string;
  readonly idea?: string;
  readonly replication?: string;
}

const mostShown = 3;

// Of so many trials it is asked whether their leads can be reached: those that end first.
const mostAskedAbout = 40;

/** The trials of ideas whose leads cannot be reached. */
export async function lostTrialLeads(
  { store }: Pick<TriageParts, 'store'>,
  tenantId: string,
  trials: readonly Submission[],
): Promise<readonly LostLead[]> {
  const led = trials
    .flatMap(({ reference, title, trial }) => (trial ? [{ reference, title, trial }] : []))
    .toSorted((a, b) => (a.trial.endsOn < b.trial.endsOn ? -1 : 1))
    .slice(0, mostAskedAbout);
  const people = led.map(({ trial }) => trial.lead.personId);
  const lost = await outOfReach(store, tenantId, people);
  return led
    .filter(({ trial }) => lost.has(trial.lead.personId))
    .map(({ reference, title, trial }) => ({ lead: trial.lead.name, title, idea: reference }));
}

/** What the card of today shows of them. */
export const lostLeadData = (words: Words, leads: readonly LostLead[]) => ({
  hasLostLeads: leads.length > 0,
  lostLeads: leads.slice(0, mostShown).map(({ lead, title, idea = '', replication = '' }) => ({
    who: words.say('today.lostLead', { name: lead }),
    title,
    idea,
    replication,
  })),
  moreLostLeads: leads.length > mostShown ? words.say('today.more', { n: leads.length - mostShown }) : '',
});
