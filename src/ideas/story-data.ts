import type { WordKey, Words } from '../words/words.ts';
import { challengeData } from './challenge-data.ts';
import type { DueDates } from './due-dates.ts';
import type { HistoryEntry } from './history.ts';
import { benefitsText, trialLine } from './lifecycle-words.ts';
import type { Submission } from './model.ts';
import { nextSteps } from './next-steps.ts';
import { milestoneLine, sayDate } from './plan-words.ts';
import { stateColour } from './state-colour.ts';

const mostSteps = 10;

/** What an author reads about a submission: how it stands, what happened, what happens next. */
export function storyData(words: Words, submission: Submission, due: DueDates, now: Date) {
  const { reference, title, kind, state, change, history } = submission;
  const earlier = Math.max(0, history.length - mostSteps);
  return {
    title,
    meta: words.say('ideas.story.meta', {
      kind: words.say(`ideas.kind.${kind}`),
      reference,
      date: words.date(submission.createdAt),
    }),
    state: words.say('ideas.story.state', { state: words.say(`ideas.state.${state}`) }),
    stateColour: stateColour[state],
    change,
    ...challengeData(words, submission),
    earlier: earlier > 0 ? words.say('ideas.story.earlier', { n: earlier }) : '',
    history: history
      .slice(earlier)
      .map((entry) => ({ when: words.dateTime(entry.at), ...told(words, entry) })),
    next: nextSteps(words, submission, due, now),
  };
}

/** What a step means to the author, and the words that came with it. */
export function told(words: Words, entry: HistoryEntry): { what: string; text: string } {
  switch (entry.what) {
    case 'submitted':
      return { what: words.say('ideas.step.submitted'), text: '' };
    case 'taken':
      return { what: words.say('ideas.step.taken', { name: entry.by.name }), text: '' };
    case 'asked':
      return { what: words.say('ideas.step.asked', { name: entry.by.name }), text: entry.question };
    case 'answered':
      return { what: words.say('ideas.step.answered'), text: entry.answer };
    case 'decided':
      if (entry.corrects)
        return {
          what: words.say('ideas.step.decisionCorrected', {
            name: entry.by.name,
            state: words.say(`ideas.state.${entry.decision}`),
          }),
          text: decisionText(words, entry),
        };
      return {
        what: words.say(decisionKey(entry), { name: entry.by.name }),
        text: decisionText(words, entry),
      };
    case 'corrected':
      return { what: words.say('ideas.step.corrected', { name: entry.by.name }), text: entry.reason ?? '' };
    case 'kindChosen':
      return { what: words.say('ideas.step.kindChosen', { kind: entry.name }), text: '' };
    case 'published':
      return { what: words.say('ideas.step.published', { name: entry.by.name }), text: '' };
    case 'updateAsked':
      return { what: words.say('ideas.step.updateAsked'), text: '' };
    case 'updated':
      return {
        what: words.say('ideas.step.updated', { stage: words.say(`projects.stage.${entry.stage}`) }),
        text: [entry.happened, milestoneLine(words, entry)].filter((line) => line !== '').join('\n'),
      };
    case 'edited':
      return { what: words.say('ideas.step.edited'), text: '' };
    case 'linked':
      return { what: words.say('ideas.step.linked'), text: entry.link };
    case 'withdrawn':
      return {
        what: words.say(entry.reason ? 'ideas.step.withdrawnFor' : 'ideas.step.withdrawn'),
        text: entry.reason,
      };
    case 'askedAgain':
      return { what: words.say('ideas.step.askedAgain'), text: entry.news };
    case 'assigned':
      return {
        what: words.say('ideas.step.assigned', {
          names: entry.owners.map(({ name }) => name).join(', '),
          n: entry.owners.length,
        }),
        text: '',
      };
    case 'reopened':
      return entry.correcting
        ? { what: words.say('ideas.step.correcting', { name: entry.by.name }), text: '' }
        : { what: words.say('ideas.step.reopened', { name: entry.by.name }), text: entry.reason };
    case 'woken':
      return { what: words.say('ideas.step.woken'), text: '' };
    case 'merged':
      return {
        what: words.say('ideas.step.merged', { name: entry.by.name, title: entry.title, into: entry.into }),
        text: entry.reason,
      };
    case 'absorbed':
      return { what: words.say('ideas.step.absorbed', { title: entry.title }), text: '' };
    case 'trialPlanned':
      return { what: words.say('ideas.step.trialPlanned'), text: trialLine(words, entry.trial) };
    case 'checkInAsked':
      return { what: words.say('ideas.step.checkInAsked'), text: '' };
    case 'checkedIn':
      return { what: words.say('ideas.step.checkedIn', { name: entry.by.name }), text: entry.happened };
    case 'verdictAsked':
      return { what: words.say('ideas.step.verdictAsked'), text: '' };
    case 'extended':
      return {
        what: words.say('ideas.step.extended', { date: sayDate(words, entry.endsOn) }),
        text: entry.learnt,
      };
    case 'benefitsAsked':
      return { what: words.say('ideas.step.benefitsAsked'), text: '' };
    case 'benefitsReported':
      return { what: words.say('ideas.step.benefitsReported'), text: benefitsText(words, entry.benefits) };
    case 'spread':
      return {
        what: words.say('ideas.step.spread', { service: entry.service, lead: entry.lead.name }),
        text: '',
      };
    case 'spreadResult':
      return {
        what: words.say(`ideas.step.spread.${entry.outcome ?? 'ended'}`, { service: entry.service }),
        text: [entry.learnt, ...(entry.benefits ? [benefitsText(words, entry.benefits)] : [])].join('\n'),
      };
    case 'redacted':
      return { what: words.say('ideas.step.redacted', { name: entry.by.name }), text: entry.reason };
  }
}

function decisionKey({ decision, afterTrial, changed }: Extract<HistoryEntry, { what: 'decided' }>): WordKey {
  if (changed) return 'ideas.step.changed';
  return afterTrial && decision === 'declined' ? 'ideas.step.stopped' : `ideas.step.decided.${decision}`;
}

/** What the author reads of a decision, with the date on which a parked one comes back. */
function decisionText(words: Words, entry: Extract<HistoryEntry, { what: 'decided' }>): string {
  const { reason, message = reason, wakeOn } = entry;
  return wakeOn ? `${message}\n${words.say('ideas.step.wakes', { date: sayDate(words, wakeOn) })}` : message;
}
