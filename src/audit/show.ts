import { type Answer, showCard } from '../bot/answer.ts';
import type { Turn } from '../bot/turn.ts';
import { isWithinReach } from '../triage/reach.ts';
import { mayAsk, ownerOf } from './ask-owner.ts';
import { controlCard, registerCard, type ShownControl } from './cards.ts';
import type { Owner } from './lines.ts';
import type { Control } from './model.ts';
import type { AuditParts } from './parts.ts';
import { recordsOf } from './records.ts';
import { type At, readAudit, type Standing, standingAt } from './standing.ts';

type Parts = Pick<AuditParts, 'store' | 'controlOwners'>;

/** The owner of a control as lists show it. */
export async function shownOwner(parts: Parts, tenantId: string, at: At): Promise<Owner> {
  if (at === 'none' || parts.controlOwners[at] === undefined) return 'unset';
  return (await ownerOf(parts, tenantId, at)) ?? 'unknown';
}

/** Every control as those of some reach see it, those that stop most first. */
export async function shownControls(
  parts: Parts,
  tenantId: string,
  turn: Pick<Turn, 'reach'> = {},
): Promise<readonly ShownControl[]> {
  const records = await recordsOf(parts.store, tenantId);
  const audit = await readAudit(parts.store, tenantId, records, isWithinReach(turn));
  return Promise.all(
    audit.map(async (standing: Standing): Promise<ShownControl> => {
      const record = standing.at === 'none' ? undefined : records.get(standing.at);
      return { standing, record, owner: await shownOwner(parts, tenantId, standing.at) };
    }),
  );
}

export const showRegister = async (parts: Parts, turn: Turn): Promise<Answer> =>
  showCard(registerCard(turn.words, await shownControls(parts, turn.actor.tenantId, turn)));

/** @param said what stands above the control, such as what was just done. */
export async function showControl(
  parts: Parts,
  turn: Turn,
  at: At,
  { from = 0, said = '' }: { readonly from?: number; readonly said?: string } = {},
): Promise<Answer> {
  const { actor, words, now } = turn;
  const records = await recordsOf(parts.store, actor.tenantId);
  const standing = standingAt(await readAudit(parts.store, actor.tenantId, records, isWithinReach(turn)), at);
  const record = at === 'none' ? undefined : records.get(at);
  const owner = await shownOwner(parts, actor.tenantId, at);
  const asks = typeof owner === 'object' && mayAsk(record ?? {}, owner, standing.barriers, now);
  return showCard(controlCard(words, { standing, record, owner }, { from, mayAsk: asks, said }));
}

/** The barriers that stand at a control, as those of some reach see it. */
export async function standingAtControl(
  { store }: Pick<AuditParts, 'store'>,
  tenantId: string,
  control: Control,
  turn: Pick<Turn, 'reach'> = {},
): Promise<Standing> {
  const records = await recordsOf(store, tenantId);
  return standingAt(await readAudit(store, tenantId, records, isWithinReach(turn)), control);
}
