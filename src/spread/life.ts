import type { Outcome } from '../ideas/terms.ts';
import { noEvents, withEvent } from '../outbox/event.ts';
import type { By } from '../people/by.ts';
import { daysAfter, daysBetween } from '../time/local-instant.ts';
import {
  askAfterDays,
  askAgainDays,
  type KnownReplication,
  mostAsks,
  type Replication,
  type Source,
  sourceKeyOf,
} from './model.ts';

/** What happens to a replication. Its event carries the same name. */
type SpreadStep = 'started' | 'leadNamed' | 'leadRefused' | 'asked' | 'reported' | 'endedEarly';

export const spreadEvent = (step: SpreadStep): `spread.${SpreadStep}` => `spread.${step}`;

/** One step on: the change and its event are one write. */
function withStep<Body extends Replication>(
  id: string,
  body: Body,
  step: SpreadStep,
  now: Date,
): Replication {
  const changes = body.changes + 1;
  return withEvent(
    { ...body, changes },
    {
      id: `replications/${id}/${changes}`,
      type: spreadEvent(step),
      at: now.toISOString(),
      data: { change: String(changes) },
    },
  );
}

interface Wish {
  readonly source: Source;
  readonly service: string;
  readonly by: By;
  readonly lead: By;
  readonly startsOn: string;
  readonly form: string;
}

/** A replication that starts, with whom it names as its lead. */
export function begin(id: string, wish: Wish, now: Date): Replication {
  const { source, service, by, lead, startsOn, form } = wish;
  const at = now.toISOString();
  const body: Replication = {
    source,
    sourceKey: sourceKeyOf(source),
    service,
    startedBy: by,
    lead,
    ...(lead.personId !== by.personId && { named: { by, fallback: by } }),
    startsOn,
    state: 'running',
    askOn: daysAfter(startsOn, askAfterDays),
    asked: 0,
    movedAt: at,
    changes: 0,
    createdAt: at,
    form,
    ...noEvents,
  };
  return withStep(id, body, 'started', now);
}

/**
 * With another lead or another start; undefined when it stands so or is over. A new lead has some days before they are
 * asked, and may say no: then the one before leads it again.
 */
export function edit(
  { id, body }: KnownReplication,
  { by, lead, startsOn }: Pick<Wish, 'by' | 'lead' | 'startsOn'>,
  today: string,
  now: Date,
): Replication | undefined {
  if (body.state !== 'running') return undefined;
  const isHandedOver = lead.personId !== body.lead.personId;
  if (!isHandedOver && startsOn === body.startsOn) return undefined;
  const planned = daysAfter(startsOn, askAfterDays);
  if (!isHandedOver) return { ...body, startsOn, ...(body.asked === 0 && { askOn: planned }) };
  const { named: _, ...rest } = body;
  const handed = {
    ...rest,
    lead,
    startsOn,
    asked: 0,
    askOn: daysAfter(today, Math.max(askAgainDays, daysBetween(today, planned))),
    ...(lead.personId !== by.personId && { named: { by, fallback: body.lead } }),
  };
  return withStep(id, handed, 'leadNamed', now);
}

/** The one who was named says no. Undefined when that is not theirs to say any more. */
export function refuseLead({ id, body }: KnownReplication, who: By, now: Date): Replication | undefined {
  const { named, ...rest } = body;
  if (body.state !== 'running' || !named || body.lead.personId !== who.personId) return undefined;
  return withStep(id, { ...rest, lead: named.fallback, refusedBy: who }, 'leadRefused', now);
}

/** With its lead asked for the result; undefined when the day has not come. */
export function ask({ id, body }: KnownReplication, today: string, now: Date): Replication | undefined {
  const { askOn, ...rest } = body;
  if (body.state !== 'running' || askOn === undefined || askOn > today) return undefined;
  const asked = body.asked + 1;
  const again = asked < mostAsks && { askOn: daysAfter(today, askAgainDays) };
  return withStep(id, { ...rest, asked, ...again }, 'asked', now);
}

/** Asked again later, as its lead wishes; undefined when that is so already, or it is over. */
export function putOff({ body }: KnownReplication, today: string): Replication | undefined {
  const askOn = daysAfter(today, askAgainDays);
  return body.state === 'running' && body.askOn !== askOn ? { ...body, askOn } : undefined;
}

interface Report {
  readonly outcome: Outcome;
  readonly learnt: string;
  readonly benefits?: NonNullable<Replication['result']>['benefits'];
}

/** With its result; told again, the later one stands. Undefined when it is told so already, or was ended early. */
export function report(
  { id, body }: KnownReplication,
  by: By,
  told: Report,
  now: Date,
): Replication | undefined {
  if (body.state === 'ended' || isSame(body.result, told)) return undefined;
  const { askOn: _, named: __, ...rest } = body;
  const at = now.toISOString();
  return withStep(
    id,
    { ...rest, state: 'finished', result: { ...told, by, at }, movedAt: at },
    'reported',
    now,
  );
}

const isSame = (a: Report | undefined, b: Report): boolean =>
  a?.outcome === b.outcome &&
  a.learnt === b.learnt &&
  a.benefits?.cashable === b.benefits?.cashable &&
  a.benefits?.other === b.benefits?.other &&
  a.benefits?.confidence === b.benefits?.confidence;

/** Ended before there is a result. Undefined when it is over. */
export function endEarly({ id, body }: KnownReplication, by: By, reason: string, now: Date) {
  if (body.state !== 'running') return undefined;
  const { askOn: _, named: __, ...rest } = body;
  const at = now.toISOString();
  return withStep(
    id,
    { ...rest, state: 'ended', endedEarly: { by, at, reason }, movedAt: at },
    'endedEarly',
    now,
  );
}
