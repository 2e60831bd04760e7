import type { Submission } from '../ideas/model.ts';
import { withEvent } from '../outbox/event.ts';
import type { By } from '../people/by.ts';
import { profileOf } from '../people/profiles.ts';
import { dayMs } from '../time/days.ts';
import type { Control, ControlRecord } from './model.ts';
import type { AuditParts } from './parts.ts';

/** Raised when the owner of a control is asked what can be done; `data.asked` is the number of the question. */
export const ownerAsked = 'control.ownerAsked';

/** An owner who has not answered is not asked again sooner. */
const leavesInPeaceMs = 7 * dayMs;

/** The owner of a control: whom the setting names, when that person has used the service. */
export async function ownerOf(
  { store, controlOwners }: Pick<AuditParts, 'store' | 'controlOwners'>,
  tenantId: string,
  control: Control,
): Promise<(By & { readonly isLost: boolean }) | undefined> {
  const personId = controlOwners[control];
  const profile = personId === undefined ? undefined : await profileOf(store, tenantId, personId);
  return (
    profile && {
      personId: profile.personId,
      name: profile.name,
      isLost: profile.unreachable !== undefined,
    }
  );
}

/** Whether there is something new to ask the owner: barriers that came since they were asked, or no answer for a week. */
export function mayAsk(
  { asked, answer }: Pick<ControlRecord, 'asked' | 'answer'>,
  of: By,
  barriers: readonly Submission[],
  now: Date,
): boolean {
  const [newest] = barriers;
  if (!newest) return false;
  if (!asked || asked.of.personId !== of.personId || newest.createdAt > asked.at) return true;
  const answered = answer !== undefined && answer.by.personId === of.personId && answer.at >= asked.at;
  return !answered && now.getTime() - Date.parse(asked.at) >= leavesInPeaceMs;
}

/** The control with its owner asked. */
export function withAsked(record: ControlRecord, of: By, by: By | undefined, now: Date): ControlRecord {
  const n = (record.asked?.n ?? 0) + 1;
  const at = now.toISOString();
  return withEvent(
    { ...record, asked: { n, at, of: { personId: of.personId, name: of.name }, ...(by && { by }) } },
    { id: `controls/${record.control}/asked/${n}`, type: ownerAsked, at, data: { asked: String(n) } },
  );
}
