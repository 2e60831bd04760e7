import type { Tried } from '../reading/tried-elsewhere.ts';
import type { Submission } from './model.ts';
import { isOpenToAll } from './open-ideas.ts';

/** Whether others may try it in their services: it is adopted, and everybody may read it. */
export const maySpread = (submission: Submission): boolean =>
  (submission.state === 'adopted' || submission.state === 'reported') && isOpenToAll(submission);

/** Where an idea is or was tried elsewhere, the first trial first. */
export function triedIn({ history }: Submission): readonly Tried[] {
  const tried = new Map<string, Tried>();
  for (const entry of history)
    if (entry.what === 'spread') tried.set(entry.replication, { service: entry.service, state: 'running' });
    else if (entry.what === 'spreadResult')
      tried.set(entry.replication, { service: entry.service, state: entry.outcome ?? 'ended' });
  return [...tried.values()];
}
