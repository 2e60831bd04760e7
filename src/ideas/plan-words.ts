import type { Words } from '../words/words.ts';
import type { Submission } from './model.ts';
import type { Plan } from './project.ts';

/** A local date as people say it, wherever the clocks hang. */
export const sayDate = (words: Words, date: string): string => words.date(`${date}T12:00:00Z`);

/** The next milestone in a line; empty when none is planned. */
export const milestoneLine = (words: Words, { milestone }: Plan): string =>
  milestone
    ? words.say('projects.milestone', { milestone: milestone.text, date: sayDate(words, milestone.on) })
    : '';

/** How far a project is and what it plans, a line each; nothing for what is no project. */
export function planLines(words: Words, { project }: Pick<Submission, 'project'>): { text: string }[] {
  if (!project) return [];
  return [
    words.say('projects.stage', { stage: words.say(`projects.stage.${project.stage}`) }),
    milestoneLine(words, project),
    project.endsOn ? words.say('projects.ends', { date: sayDate(words, project.endsOn) }) : '',
  ]
    .filter((text) => text !== '')
    .map((text) => ({ text }));
}
