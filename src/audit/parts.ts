import type { TriageParts } from '../triage/work-on.ts';
import type { Control } from './model.ts';

/** The object id of the person who owns each control, as far as a setting names one. */
export type ControlOwners = Partial<Readonly<Record<Control, string>>>;

/** What the systems audit stands on. */
export interface AuditParts
  extends Pick<
    TriageParts,
    | 'store'
    | 'clock'
    | 'telemetry'
    | 'tenants'
    | 'words'
    | 'relay'
    | 'calendar'
    | 'localDate'
    | 'mayDecideOwn'
  > {
  readonly controlOwners: ControlOwners;
}
