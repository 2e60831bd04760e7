import type { Row } from './row.ts';
import { digests } from './rows/digests.ts';
import { drift } from './rows/drift.ts';
import { evidence } from './rows/evidence.ts';
import { fanout } from './rows/fanout.ts';
import { idle } from './rows/idle.ts';
import { load } from './rows/load.ts';
import { queue } from './rows/queue.ts';
import { render } from './rows/render.ts';
import { start } from './rows/start.ts';
import { turn } from './rows/turn.ts';

/** In the order in which they are measured, one at a time. */
export const rows: readonly Row[] = [
  turn,
  load,
  render,
  fanout,
  digests,
  drift,
  queue,
  evidence,
  idle,
  start,
];
