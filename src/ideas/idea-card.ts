import type { CardView } from '../bot/answer.ts';
import type { Marks } from '../engagement/marks.ts';
import { soughtBy } from '../reading/sought.ts';
import { triedLine } from '../reading/tried-elsewhere.ts';
import type { Words } from '../words/words.ts';
import type { Submission } from './model.ts';
import type { OpenIdeas } from './open-ideas.ts';
import { maySpread, triedIn } from './spreading.ts';
import { stateColour } from './state-colour.ts';

/**
 * The list of ideas that everybody may see. It shows nobody's own marks: in a channel everybody reads it.
 * @param count of all of them, on the first of several pages.
 */
export function allIdeasCard(
  words: Words,
  { ideas, older = '' }: OpenIdeas,
  { find, after }: { find: string; after: string },
  count?: number,
): CardView {
  const sought = soughtBy(words, find);
  const text = sought.kind === 'everything' ? '' : sought.text;
  const none = text ? words.say('ideas.all.notFound', { text }) : words.say('ideas.all.none');
  const all = count === undefined ? '' : words.say('ideas.all.count', { n: count });
  return {
    card: 'ideas/all',
    data: {
      found: text && ideas.length > 0 ? words.say('ideas.all.found', { text }) : all,
      empty: ideas.length > 0 ? '' : older ? words.say('ideas.all.noneYet') : none,
      items: ideas.map((idea) => ({
        reference: idea.reference,
        title: idea.title,
        by: byLine(words, idea),
        meta: words.say('ideas.all.meta', {
          kind: words.say(`ideas.kind.${idea.kind}`),
          state: words.say(`triage.state.${idea.state}`),
          date: words.date(idea.createdAt),
        }),
        counts: idea.counts ? words.say('ideas.all.counts', idea.counts).replace(/^ · /u, '') : '',
      })),
      find,
      older,
      paged: after !== '',
      narrowed: text !== '',
    },
    summary: words.say('ideas.all.summary'),
  };
}

/** Who it is of, as everybody may read it. */
export const byLine = (words: Words, { naming, author }: Submission): string =>
  naming === 'named' && author
    ? words.say('ideas.card.by', { name: author.name })
    : words.say('ideas.card.byNobody');

/** Whose ideas were merged into it, where they wished to be named. */
function creditLine(words: Words, { absorbed = [] }: Submission): string {
  const names = absorbed.flatMap(({ moved, author }) => (moved && author ? [author.name] : []));
  return names.length > 0 ? words.say('ideas.card.credits', { names: [...new Set(names)].join(', ') }) : '';
}

/** One idea as everybody may see it, with the marks of the person who looks at it. */
export function ideaCard(words: Words, submission: Submission, marks: Marks, personId: string): CardView {
  const { reference, title, kind, state, change, benefit = '', createdAt } = submission;
  const kindName = words.say(`ideas.kind.${kind}`);
  const yours = submission.author?.personId === personId;
  const comments = submission.counts?.comments ?? 0;
  return {
    card: 'ideas/idea',
    data: {
      reference,
      title,
      meta: words.say('ideas.card.meta', { kind: kindName, reference, date: words.date(createdAt) }),
      by: byLine(words, submission),
      credits: creditLine(words, submission),
      state: words.say(`triage.state.${state}`),
      stateColour: stateColour[state],
      change,
      benefit,
      tried: triedLine(words, triedIn(submission)),
      mayTry: maySpread(submission),
      counts: words.say('ideas.card.counts', {
        supports: marks.supports,
        comments,
        followers: marks.followers,
      }),
      own: yours ? [{ text: words.say('ideas.card.own.yours') }] : ownMarks(words, marks),
      maySupport: !yours && !marks.supporting,
      supporting: marks.supporting,
      mayFollow: !yours && !marks.following,
      following: marks.following,
      commented: comments > 0,
    },
    summary: words.say('ideas.card.summary', { kind: kindName, title }),
  };
}

function ownMarks(words: Words, { supporting, named, following }: Marks): { text: string }[] {
  const lines: string[] = [];
  if (supporting)
    lines.push(words.say(named ? 'ideas.card.own.supporting' : 'ideas.card.own.supportingUnnamed'));
  if (following) lines.push(words.say('ideas.card.own.following'));
  else if (supporting) lines.push(words.say('ideas.card.own.offer'));
  return lines.map((text) => ({ text }));
}
