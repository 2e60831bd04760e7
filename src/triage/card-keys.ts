import type { HistoryEntry } from '../ideas/history.ts';
import type { Submission } from '../ideas/model.ts';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { TriagePlace } from '../people/model.ts';

export const cardName = 'triage/card';

// A card is redrawn for as long as its idea may change; a parked one sleeps for months.
export const keepDays = 730;

/** A triage channel in one of its stays: it may move away and come back. */
export type Stay = Pick<TriagePlace, 'placeId' | 'moves'>;

/** The steps after which a submission is looked at afresh, so that its card is posted anew. */
export const postedAnew: readonly HistoryEntry['what'][] = ['askedAgain', 'woken', 'reopened'];

/** A decision that is corrected at once needs no new card. */
export const isPostedAnew = (entry: HistoryEntry): boolean =>
  postedAnew.includes(entry.what) && !(entry.what === 'reopened' && entry.correcting);

/** One card for each submission and stay of a channel, however many events call for it; one more each time it is looked at afresh. */
export const cardKey = ({ placeId, moves }: Stay, reference: string, asked?: string): string =>
  ['triage', reference, ...(moves > 0 ? [`stay-${moves}`] : []), ...(asked === undefined ? [] : [asked])]
    .join('/')
    .concat(`>${placeId}`);

export const cardKeys = (stay: Stay, { reference, history }: Submission): readonly string[] => [
  cardKey(stay, reference),
  ...history.filter(isPostedAnew).map(({ n }) => cardKey(stay, reference, String(n))),
];

export const post = (tenantId: string, stay: Stay, reference: string, asked?: string): PlannedDelivery => ({
  receiver: { kind: 'place', tenantId, placeId: stay.placeId },
  card: cardName,
  about: { tenant: tenantId, triaged: reference },
  urgency: 'notice',
  key: cardKey(stay, reference, asked),
  keepDays,
});
