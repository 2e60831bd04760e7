import type { By } from '../people/by.ts';
import type { Submission } from './model.ts';
import type { Project } from './plans.ts';
import { withStep } from './steps.ts';
import type { Stage } from './terms.ts';

/** What a project plans: dates are local, as `2026-12-01`. */
export type Plan = Pick<Project, 'milestone' | 'endsOn'>;

/** The first planned date later than `after`: the day on which the lead is asked how it goes. */
export function nextAsk({ milestone, endsOn }: Plan, after = ''): string | undefined {
  return [milestone?.on, endsOn]
    .filter((date) => date !== undefined)
    .filter((date) => date > after)
    .sort()[0];
}

/** The project with the day of its next question; without a lead there is nobody to ask. */
export function withNextAsk({ askOn: _, ...project }: Project, after?: string): Project {
  const next = project.lead && nextAsk(project, after);
  return next ? { ...project, askOn: next } : project;
}

/**
 * The published project with its lead asked for an update; undefined when there is nothing to ask on that local day.
 * Dates that a council's holidays made late are asked for together.
 */
export function askForUpdate(submission: Submission, today: string, now: Date): Submission | undefined {
  const { project, state } = submission;
  if (state !== 'published' || !project?.askOn || project.askOn > today) return undefined;
  const asked = { what: 'updateAsked', on: project.askOn } as const;
  return withStep(submission, asked, now, { project: withNextAsk(project, today) });
}

export interface Update extends Plan {
  readonly by: By;
  readonly stage: Stage;
  readonly happened: string;
}

export type UpdateOutcome =
  | { readonly kind: 'updated'; readonly next: Submission }
  /** Told so before: the same form again. */
  | { readonly kind: 'standing' }
  /** It is not published, or has ended. */
  | { readonly kind: 'notPossible' };

/** What an update of its lead does to a project: a stage of `ended` ends it. */
export function update(submission: Submission, told: Update, today: string, now: Date): UpdateOutcome {
  const { by, stage, happened, milestone, endsOn } = told;
  const last = submission.history.findLast((entry) => entry.what === 'updated');
  const isSame =
    last?.by.personId === by.personId &&
    last.stage === stage &&
    last.happened === happened &&
    last.milestone?.text === milestone?.text &&
    last.milestone?.on === milestone?.on &&
    last.endsOn === endsOn;
  if (isSame) return { kind: 'standing' };
  if (submission.state !== 'published') return { kind: 'notPossible' };
  const plan = { ...(milestone && { milestone }), ...(endsOn && { endsOn }) };
  const lead = submission.project?.lead;
  const project = { ...(lead && { lead }), stage, ...plan };
  const step = { what: 'updated', by, stage, happened, ...plan } as const;
  const changed =
    stage === 'ended' ? ({ state: 'ended', project } as const) : { project: withNextAsk(project, today) };
  return { kind: 'updated', next: withStep(submission, step, now, changed) };
}
