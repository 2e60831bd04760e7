import type { CardView } from '../../bot/answer.ts';
import type { DueDates } from '../../ideas/due-dates.ts';
import type { Submission } from '../../ideas/model.ts';
import { sayDate } from '../../ideas/plan-words.ts';
import type { Words } from '../../words/words.ts';
import { type Absent, absentWords } from '../absent/absence.ts';
import { queueLine } from '../queue/queue-line.ts';
import { type LostLead, lostLeadData } from './lost-leads.ts';
import type { Section } from './worklist.ts';

interface Listed {
  readonly section: Section;
  readonly submissions: readonly Submission[];
}

interface Today {
  readonly listed: readonly Listed[];
  /** Colleagues who are away or gone, those with most first. */
  readonly absent: readonly (Absent & { readonly count: number })[];
  readonly lostLeads: readonly LostLead[];
}

const mostInSection = 4;
const mostInAll = 14;
const mostAbsent = 4;

/** What calls for somebody today, each a press away from its triage card. */
export function todayCard(
  words: Words,
  { listed, absent, lostLeads }: Today,
  dueDates: (submission: Submission) => DueDates,
  now: Date,
): CardView {
  const filled = listed.filter(({ submissions }) => submissions.length > 0);
  let spare = mostInAll - filled.length;
  const shown = filled.map(({ section, submissions }) => {
    // One of each; of the most pressing, which come first, as many more as there is room for.
    const further = Math.min(submissions.length, mostInSection, 1 + spare) - 1;
    spare -= further;
    const items = submissions.slice(0, 1 + further);
    const more = submissions.length - items.length;
    return {
      heading: words.say(`today.section.${section}`, { n: submissions.length }),
      colour: section === 'overdue' || section === 'answered' ? 'Attention' : 'Default',
      items: items.map((submission) => {
        const line = queueLine(words, submission, dueDates(submission), now);
        return { ...line, due: line.due || dateWords(words, section, submission) };
      }),
      more: more > 0 ? words.say('today.more', { n: more }) : '',
    };
  });
  const total = listed.reduce((sum, { submissions }) => sum + submissions.length, 0);
  return {
    card: 'triage/today',
    data: {
      date: words.date(now),
      empty: total + absent.length + lostLeads.length === 0 ? words.say('today.empty') : '',
      sections: shown,
      ...lostLeadData(words, lostLeads),
      hasAbsent: absent.length > 0,
      absent: absent.slice(0, mostAbsent).map((one) => ({
        who: absentWords(words, one),
        has: words.say('absent.has', { n: one.count }),
        colour: one.absence.kind === 'away' ? 'Default' : 'Attention',
        owner: one.person.personId,
      })),
      moreAbsent:
        absent.length > mostAbsent ? words.say('absent.more', { n: absent.length - mostAbsent }) : '',
    },
    summary: words.say('today.summary', { n: total }),
  };
}

/** The date a section is about. */
function dateWords(words: Words, section: Section, { trial, benefitsOn, actOn }: Submission): string {
  switch (section) {
    case 'verdict':
      return trial ? words.say('today.verdict', { date: sayDate(words, trial.endsOn) }) : '';
    case 'checkIn':
      return trial ? words.say('today.checkIn', { date: sayDate(words, trial.endsOn) }) : '';
    case 'benefits':
      return benefitsOn ? words.say('today.benefits', { date: sayDate(words, benefitsOn) }) : '';
    case 'wakesSoon':
      return actOn ? words.say('today.wakes', { date: sayDate(words, actOn) }) : '';
    default:
      return '';
  }
}
