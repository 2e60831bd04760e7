import type { CardView } from '../bot/answer.ts';
import { type Letter, letterView } from '../outbox/letter.ts';
import { sourceTitle } from '../spread/spread-words.ts';
import type { Words } from '../words/words.ts';
import {
  articleMeta,
  caseTold,
  correctionOf,
  medianOf,
  movedLine,
  type Shown,
  spreadLine,
  titleOf,
  whyItComes,
} from './edition-card.ts';

type Paragraph = Letter['paragraphs'][number];

/** The same edition for somebody who reads it by e-mail. @param unsubscribe address by which one click ends it. */
export function editionLetter(words: Words, shown: Shown, unsubscribe: string): CardView {
  const { articles, study, ideas, projects, spread, edition, links } = shown;
  const text = (said: string, link?: string): Paragraph => ({
    kind: 'text',
    text: said,
    ...(link && { link }),
  });
  const heading = (said: string): Paragraph => ({ kind: 'heading', text: said });
  const paragraphs: Paragraph[] = [
    heading(words.say('digests.edition.title')),
    text(whyItComes(words, shown)),
    text(edition.opening ?? ''),
    text(correctionOf(words, shown)),
  ];
  for (const { id, body } of articles) {
    const link = links.get(id) ?? body.link;
    paragraphs.push({ kind: 'title', text: body.title, ...(link && { link }) });
    paragraphs.push(text(body.teaser), { kind: 'small', text: articleMeta(words, body) });
  }
  if (study) {
    const { title, lookedAt, figure, caveat, source, doubt, isPilot } = caseTold(words, study.body);
    paragraphs.push(
      heading(words.say(isPilot ? 'digests.edition.pilot' : 'digests.edition.case')),
      { kind: 'title', text: title },
      text(lookedAt),
    );
    paragraphs.push({ kind: 'title', text: figure }, text(caveat), { kind: 'small', text: source });
    if (isPilot && figure !== '')
      paragraphs.push({ kind: 'small', text: words.say('digests.edition.projection') });
    paragraphs.push({ kind: 'small', text: doubt });
  }
  if (ideas.length > 0) paragraphs.push(heading(words.say('digests.edition.ideas')));
  for (const idea of ideas)
    paragraphs.push({ kind: 'title', text: idea.title }, { kind: 'small', text: movedLine(words, idea) });
  if (ideas.length > 0) paragraphs.push({ kind: 'small', text: medianOf(words, edition.medianDays) });
  if (projects.length > 0) paragraphs.push(heading(words.say('digests.edition.projects')));
  for (const project of projects)
    paragraphs.push(
      { kind: 'title', text: project.title },
      { kind: 'small', text: movedLine(words, project) },
    );
  if (spread.length > 0) paragraphs.push(heading(words.say('digests.edition.spread')));
  for (const { body } of spread)
    paragraphs.push(
      { kind: 'title', text: sourceTitle(words, body.source) },
      { kind: 'small', text: spreadLine(words, body) },
    );
  paragraphs.push({ kind: 'note', text: words.say('digests.edition.moreMail') });
  paragraphs.push({ kind: 'small', text: words.say('digests.edition.stopMail'), link: unsubscribe });
  return letterView({
    subject: titleOf(words, shown),
    paragraphs: paragraphs.filter(({ text: said }) => said !== ''),
    unsubscribe,
  });
}
