import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import { sayPart } from '../bot/list-part.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { ListPlace } from '../reading/list-place.ts';
import { topicName } from '../subjects/codes.ts';
import type { Words } from '../words/words.ts';
import type { Submission } from './model.ts';
import { milestoneLine, planLines, sayDate } from './plan-words.ts';
import type { ProjectPage, SoughtProjects } from './project-list.ts';
import { stateColour } from './state-colour.ts';
import { isWorthTelling } from './tell-of-work.ts';
import { stages } from './terms.ts';

const mostUpdates = 8;
const longestLine = 160;

export function projectsCard(
  words: Words,
  page: ProjectPage,
  sought: SoughtProjects,
  place: ListPlace,
): CardView {
  const isFound = page.total > 0;
  const text = sought.kind === 'everything' ? '' : sought.text;
  return {
    card: 'ideas/projects',
    data: {
      found: isFound && text ? words.say('projects.list.found', { text }) : '',
      part: sayPart(words, { all: page.total, before: page.start, shown: page.projects.length }),
      empty: isFound ? '' : whyNone(words, text),
      projects: page.projects.map((project) => ({
        ...place,
        reference: project.reference,
        title: project.title,
        meta: metaOf(words, project),
        milestone:
          project.state === 'ended'
            ? ''
            : cutAtWord(milestoneLine(words, project.project ?? {}), longestLine),
      })),
      find: place.find,
      next: page.next ?? '',
      previous: page.previous ?? '',
    },
    summary: words.say('projects.list.summary', { count: page.total }),
  };
}

const whyNone = (words: Words, text: string): string =>
  text ? words.say('projects.list.notFound', { text }) : words.say('projects.list.none');

function metaOf(words: Words, { service, project, topics }: Submission): string {
  return words.say('projects.list.meta', {
    service: service ?? words.say('projects.list.serviceNone'),
    stage: words.say(`projects.stage.${project?.stage ?? 'practice'}`),
    n: topics.length,
    topics: topics.map((topic) => topicName(words, topic)).join(', '),
  });
}

/**
 * What everybody may read of a project. A lead who asked not to be named to all is not.
 * @param forLead its lead alone sees it, and may write an article about it.
 */
export function projectCard(
  words: Words,
  submission: Submission,
  place: ListPlace,
  forLead: boolean,
): CardView {
  const { reference, title, change, state, naming, project, history } = submission;
  const updates = history.flatMap((entry) => (entry.what === 'updated' ? [entry] : [])).reverse();
  return {
    card: 'ideas/project',
    data: {
      ...place,
      reference,
      title,
      meta: metaOf(words, submission),
      ended: state === 'ended' ? words.say('ideas.state.ended') : '',
      endedColour: stateColour[state],
      lead:
        naming === 'named' && project?.lead
          ? words.say('projects.page.lead', { name: project.lead.name })
          : words.say('projects.page.leadUnnamed'),
      change,
      plan: planLines(words, submission),
      link: submission.link ?? '',
      updates: updates.slice(0, mostUpdates).map((entry) => ({
        what: words.say('projects.page.update', {
          date: words.date(entry.at),
          stage: words.say(`projects.stage.${entry.stage}`),
        }),
        text: entry.happened,
      })),
      noUpdates: updates.length === 0,
      mayWrite: forLead && isWorthTelling(submission),
    },
    summary: title,
  };
}

/** Asks the lead how it goes. `on` is the planned local date. */
export function askCard(words: Words, { reference, title, project }: Submission, on: string): CardView {
  const date = sayDate(words, on);
  return {
    card: 'ideas/project-ask',
    data: {
      reference,
      title,
      planned:
        project?.milestone?.on === on
          ? words.say('projects.ask.milestone', { date, milestone: project.milestone.text })
          : words.say('projects.ask.ends', { date }),
    },
    summary: words.say('projects.ask.summary', { title }),
  };
}

export const updateFormCard = (
  words: Words,
  state: FormState<object>,
  submission: Submission | undefined,
): CardView => ({
  card: 'ideas/project-update',
  data: {
    ...formData(state, ['stage', 'happened', 'milestone', 'milestoneOn', 'endsOn']),
    title: submission?.title ?? '',
    stages: stages.map((code) => ({ code, name: words.say(`projects.stage.${code}`) })),
  },
  summary: words.say('projects.update.heading'),
});
