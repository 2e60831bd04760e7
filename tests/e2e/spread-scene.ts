import { askJob } from '../../src/spread/ask-job.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import type { Clock } from '../../src/time/clock.ts';
import { wallClock } from '../../src/time/wall-clock.ts';
import { workingCalendar } from '../../src/time/working-calendar.ts';
import type { Card } from '../teams/simulator/card.ts';
import type { Filling } from '../teams/simulator/card-input.ts';
import type { Person } from '../teams/simulator/person.ts';
import { opensIdea, pressUntilAnswered } from './colleagues-ideas.ts';
import { type InnovationTeam, sharesIdea } from './innovation-team.ts';
import type { Started } from './started-service.ts';

const timeZone = 'Europe/London';

export const learnt = 'What was learnt, for the next service that tries it';
export const saved = 'Saved each year, in whole pounds: money that leaves a budget';

/** Somebody's idea that the innovation team has adopted. Returns its receipt. */
export async function adoptedIdea(
  { channel, tess }: InnovationTeam,
  author: Person,
  fillings: Readonly<Record<string, string>> = {},
): Promise<Card> {
  const receipt = await sharesIdea(author, fillings);
  const card = await channel.as(tess).messageSaying(fillings.Title ?? 'Sample idea: one form');
  const form = (await card.card.press('Decide')).card;
  form.fill({ Decision: 'Adopt', Reason: 'Sample reason: it works.' });
  await form.press('Decide');
  return receipt;
}

/** Opens the form by which an adopted idea is tried, from its page. */
export const opensTry = async (person: Person, title?: string): Promise<Card> =>
  pressUntilAnswered(await opensIdea(person, title), 'Try this in my service');

/** Tries an adopted idea in a service. Returns the card that answers. */
export async function triesIt(
  person: Person,
  service: string,
  fillings: Readonly<Record<string, Filling>> = {},
): Promise<Card> {
  const form = await opensTry(person);
  form.fill({ 'Service area': service, ...fillings });
  return (await form.press('Start', { twice: true })).card;
}

/** Runs the job that asks leads for results. What it causes is relayed by `looksAfter`. */
export async function runAskJob({ store, teams }: Pick<Started, 'store' | 'teams'>, clock: Clock) {
  const readClock = wallClock(timeZone);
  await askJob({
    store,
    clock,
    calendar: workingCalendar(timeZone),
    telemetry: logTelemetry('silent'),
    relay: () => undefined,
    tenants: [teams.tenantId],
    localDate: (instant) => readClock(instant).date,
  }).run(new AbortController().signal);
}

/** Opens what a person leads, from their own list. */
export async function opensTrial(person: Person): Promise<Card> {
  await person.says('my trials');
  const list = await person.chat.messageSaying('What I try in my service');
  return (await list.card.press('Open', { nth: 0 })).card;
}

/** Saves lead and start as they are, which changes nothing and hands on what waits. */
export async function looksAfter(lead: Person): Promise<void> {
  const form = (await (await opensTrial(lead)).press('Change lead or start')).card;
  await form.press('Save');
}
