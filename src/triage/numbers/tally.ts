import { isUndecided } from '../../ideas/lifecycle.ts';
import type { Submission } from '../../ideas/model.ts';
import { dayMs } from '../../time/days.ts';
import type { Figures } from './model.ts';

const monthsShown = 12;

/** Adds submissions up, one after the other, so that no more than one need be in memory. */
export interface Tally {
  add(submission: Submission): void;
  figures(): Omit<Figures, 'countedAt' | 'spread'>;
}

/** @param localDate the local date of an instant; the month of `now` is the last one shown. */
export function startTally(now: Date, localDate: (instant: Date) => string): Tally {
  const monthOf = (instant: string) => localDate(new Date(instant)).slice(0, 7);
  const months = new Map(
    monthsUntil(localDate(now).slice(0, 7)).map((month) => [month, { month, received: 0, decided: 0 }]),
  );
  const themes = new Map<string, number>();
  const services = new Map<string, number>();
  const decisions = { trial: 0, adopted: 0, parked: 0, declined: 0 };
  const days: number[] = [];
  let [total, waiting, reported, pounds] = [0, 0, 0, 0];
  return {
    add(submission) {
      const { state, createdAt, history, kind, theme = '', service = '', benefits } = submission;
      total += 1;
      if (isUndecided(state)) waiting += 1;
      count(themes, theme);
      count(services, service);
      const received = months.get(monthOf(createdAt));
      if (received) received.received += 1;
      if (kind === 'project') return;
      const first = history.find(({ what }) => what === 'decided');
      if (first) {
        days.push((Date.parse(first.at) - Date.parse(createdAt)) / dayMs);
        const decided = months.get(monthOf(first.at));
        if (decided) decided.decided += 1;
      }
      const stands = state === 'reported' ? 'adopted' : state;
      if (stands === 'trial' || stands === 'adopted' || stands === 'parked' || stands === 'declined')
        decisions[stands] += 1;
      if (benefits) {
        reported += 1;
        pounds += benefits.cashable ?? 0;
      }
    },
    figures() {
      const medianDays = medianOf(days);
      return {
        total,
        waiting,
        months: [...months.values()],
        themes: Object.fromEntries(themes),
        services: Object.fromEntries(services),
        decisions,
        ...(medianDays !== undefined && { medianDays }),
        reported,
        pounds,
      };
    },
  };
}

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

export function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? undefined : Math.max(0, (upper + lower) / 2);
}

/** The twelve months that end with this one, as 2026-03. */
function monthsUntil(last: string): string[] {
  const [year = 0, month = 0] = last.split('-').map(Number);
  return Array.from({ length: monthsShown }, (_, n) => {
    const at = year * 12 + month - 1 - (monthsShown - 1 - n);
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
