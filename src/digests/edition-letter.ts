import type { CardView } from '../bot/answer.ts';
import { type Letter, letterView } from '../outbox/letter.ts';
import type { Words } from '../words/words.ts';
import {
  articleMeta,
  caseTold,
  correctionOf,
  medianOf,
  movedLine,
  type Shown,
  titleOf,
  whyItComes,
} from './edition-card.ts';

type Paragraph = Letter['paragraphs'][number];

/** The same edition for somebody who reads it by e-mail. @param unsubscribe address by which one click ends it. */
export function editionLetter(words: Words, shown: Shown, unsubscribe: string): CardView {
  const { articles, study, ideas, projects, edition } = shown;
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
  for (const { body } of articles) {
    paragraphs.push({ kind: 'title', text: body.title, ...(body.link && { link: body.link }) });
    paragraphs.push(text(body.teaser), { kind: 'small', text: articleMeta(words, body) });
  }
  if (study) {
    const { title, lookedAt, figure, caveat, source, doubt } = caseTold(words, study.body);
    paragraphs.push(
      heading(words.say('digests.edition.case')),
      { kind: 'title', text: title },
      text(lookedAt),
    );
    paragraphs.push({ kind: 'title', text: figure }, text(caveat), { kind: 'small', text: source });
    if (figure !== '') paragraphs.push({ kind: 'small', text: words.say('digests.edition.projection') });
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
  paragraphs.push({ kind: 'note', text: words.say('digests.edition.stopMail'), link: unsubscribe });
  return letterView({
    subject: titleOf(words, shown),
    paragraphs: paragraphs.filter(({ text: said }) => said !== ''),
    unsubscribe,
  });
}
