import type { Feature } from '../feature.ts';
import { changeDialog } from './change-dialog.ts';
import { controlActions } from './control-actions.ts';
import { leadersJob } from './leaders-job.ts';
import { leadersCommand } from './leaders-place.ts';
import { answerDialog, ownedAction } from './owner-side.ts';
import type { AuditParts } from './parts.ts';
import { auditDeliveries, auditListeners } from './posting.ts';
import { showRegister } from './show.ts';

/** The systems audit: which controls stop good work, what their owners say, and what was changed. */
export function auditFeature(parts: AuditParts): Feature {
  return {
    commands: [{ name: 'audit', run: (turn) => showRegister(parts, turn) }, leadersCommand(parts)],
    dialogs: [answerDialog(parts), changeDialog(parts)],
    actions: [...controlActions(parts), ownedAction(parts)],
    listeners: auditListeners(parts),
    deliveryCards: auditDeliveries(parts),
    jobs: [leadersJob(parts)],
  };
}
