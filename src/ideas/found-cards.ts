import type { CardView } from '../bot/answer.ts';
import type { Hit } from '../bot/search.ts';
import { caseKind, caseName } from '../reading/case-name.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { Article, CaseStudy } from '../reading/model.ts';
import type { Words } from '../words/words.ts';
import { byLine } from './idea-card.ts';
import type { Submission } from './model.ts';
import { stateColour } from './state-colour.ts';

const longestExcerpt = 400;
const longestLine = 100;

/** An idea to put into a conversation. Whoever presses a button there presses it for themselves. */
export function ideaHit(words: Words, submission: Submission): Hit {
  const { reference, title, kind, state, change } = submission;
  const kindName = words.say(`ideas.kind.${kind}`);
  const stateName = words.say(`triage.state.${state}`);
  const by = byLine(words, submission);
  const view: CardView = {
    card: 'ideas/found',
    data: {
      reference,
      title,
      meta: words.say('ideas.card.meta', {
        kind: kindName,
        reference,
        date: words.date(submission.createdAt),
      }),
      by,
      state: stateName,
      stateColour: stateColour[state],
      change: cutAtWord(change, longestExcerpt),
      counts: submission.counts ? words.say('ideas.all.counts', submission.counts).replace(/^ · /u, '') : '',
    },
    summary: words.say('ideas.card.summary', { kind: kindName, title }),
  };
  return { title, text: words.say('search.find.idea', { kind: kindName, state: stateName, by }), view };
}

export function articleHit(words: Words, id: string, article: Article): Hit {
  const { title, teaser, source, publishedAt, link = '' } = article;
  const meta = words.say('search.find.article', { source: source.name, date: words.date(publishedAt) });
  const data = { title, meta, text: teaser, link, article: id, case: '' };
  return { title, text: meta, view: { card: 'reading/found', data, summary: title } };
}

export function caseHit(words: Words, id: string, study: CaseStudy): Hit {
  const title = caseName(study);
  const meta = caseKind(words, study);
  const data = {
    title,
    meta,
    text: cutAtWord(study.lookedAt, longestExcerpt),
    link: '',
    article: '',
    case: id,
  };
  const text = `${meta} · ${cutAtWord(study.lookedAt, longestLine)}`;
  return { title, text, view: { card: 'reading/found', data, summary: title } };
}
