import { setImmediate } from 'node:timers/promises';
import type { Turn } from '../../bot/turn.ts';
import { submissions } from '../../ideas/model.ts';
import { fingerprint } from '../../ideas/reference.ts';
import { DocumentChanged, DocumentExists, type DocumentStore } from '../../store/document-store.ts';
import { everyPage } from '../../store/every-document.ts';
import { isWithinReach } from '../reach.ts';
import { type Figures, figures, type SpreadFigures } from './model.ts';
import { startTally } from './tally.ts';

const freshMs = 15 * 60_000;
const batchSize = 200;

interface FigureParts {
  readonly store: DocumentStore;
  readonly localDate: (instant: Date) => string;
  /** Figures of what is tried in other services. */
  readonly spreadFigures: (turn: Turn) => Promise<SpreadFigures>;
}

/**
 * The figures of what the person may reach, counted a page at a time when the last count is old. For the answer to a
 * message, which nobody waits for within seconds.
 */
export async function figuresFor(parts: FigureParts, turn: Turn): Promise<Figures> {
  const { store } = parts;
  const { actor, now, reach } = turn;
  const id = reach ? `services-${fingerprint([...reach].sort().join('\n'))}` : 'all';
  const known = await store.get(figures, actor.tenantId, id);
  if (known && now.getTime() - Date.parse(known.body.countedAt) < freshMs) return known.body;
  const counted = await countAll(parts, turn);
  try {
    if (known) await store.replace(figures, known, counted);
    else await store.create(figures, actor.tenantId, { id, body: counted });
  } catch (error) {
    // Somebody asked at the same moment: theirs is as good.
    if (!(error instanceof DocumentChanged || error instanceof DocumentExists)) throw error;
  }
  return counted;
}

async function countAll({ store, localDate, spreadFigures }: FigureParts, turn: Turn): Promise<Figures> {
  const isWithin = isWithinReach(turn);
  const tally = startTally(turn.now, localDate);
  const all = everyPage(store, submissions, turn.actor.tenantId, {
    orderBy: { field: 'createdAt', direction: 'ascending' },
    limit: batchSize,
  });
  for await (const page of all) {
    for (const { body } of page) if (isWithin(body)) tally.add(body);
    // Others have their turn between two pages.
    await setImmediate();
  }
  return { countedAt: turn.now.toISOString(), ...tally.figures(), spread: await spreadFigures(turn) };
}
