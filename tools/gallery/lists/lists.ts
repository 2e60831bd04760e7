import type { Card } from '../../../tests/teams/simulator/card.ts';
import type { Person } from '../../../tests/teams/simulator/person.ts';
import type { Seat } from '../../../tests/teams/simulator/seat.ts';
import { code, type Scene } from './scene.ts';

/** How somebody comes to a list; undefined where so many entries are none of its cases. */
export type Way = (scene: Scene) => Promise<Card | undefined>;

/** Says something in the own chat and waits for the card that answers. */
const says = (person: Person, words: string): Promise<Card | undefined> =>
  saysAt(person.hasAppSilently().chat, words);

/** The card that answers; undefined when words do. */
async function saysAt(seat: Seat, words: string): Promise<Card | undefined> {
  const before = seat.messages().length;
  await seat.says(words);
  const answer = await seat.until(`an answer to '${words}'`, () => seat.messages()[before]);
  return answer.cards[0];
}

/** Presses one button after the other; stops where there is no such button. */
async function presses(card: Card | undefined, ...names: readonly string[]): Promise<Card | undefined> {
  let now = card;
  for (const name of names) {
    if (!now?.buttons().includes(name)) return undefined;
    now = (await now.press(name, { nth: 0 })).card;
  }
  return now;
}

const said =
  (words: string, ...buttons: readonly string[]): Way =>
  async ({ tess }) =>
    presses(await says(tess, words), ...buttons);

/** What Ann is answered, who is not of the innovation team. */
const saidByAnn =
  (words: string, ...buttons: readonly string[]): Way =>
  async ({ ann }) =>
    presses(await says(ann, words), ...buttons);

const ofOther =
  (way: Way): Way =>
  (scene) =>
    way({ ...scene, ...scene.other });

/** The queue narrowed by what stands in its form. */
const narrowed =
  (fillings: Readonly<Record<string, string>>): Way =>
  async ({ tess }) => {
    const form = await presses(await says(tess, 'triage'), 'Choose what to see');
    return form && (await form.fill(fillings).press('Show')).card;
  };

/** A spreadsheet with so many rows, most of which cannot be taken in. */
const imported: Way = async ({ tess, all }) => {
  const rows = Array.from({ length: all }, (_, n) => row(n));
  await tess.chat.sends(
    'sample.csv',
    ['Idea,Description,Status,Date received,Directorate', ...rows].join('\r\n'),
  );
  if (all === 0) return undefined;
  const read = await tess.chat.messageSaying('sample.csv');
  return presses(read.card, 'Say which column is what', 'Look at it first');
};

const row = (n: number): string =>
  [
    `Sample idea ${n},Sample text,New,,`,
    ',Sample text without a title,New,,',
    `Sample idea ${n},Sample text,${'Perhaps'.repeat(12)},,`,
    `Sample idea ${n},Sample text,New,31/02/2024,`,
    `Sample idea ${n},Sample text,New,,Gardens`,
    `Sample idea ${n},${'Sample text. '.repeat(200)},New,,`,
  ][n % 6] ?? '';

/** Every list that people are shown, by the name of its picture. */
export const lists: Readonly<Record<string, Way>> = {
  triage: said('triage'),
  'triage-adopted': narrowed({ 'Where it stands': 'Adopted' }),
  'triage-service': narrowed({ Service: 'Housing' }),
  'triage-filter': said('triage', 'Choose what to see'),
  'triage-several': said('triage', 'Do several at once'),
  find: said('find sample'),
  'find-nothing': said('find xylophone'),
  today: said('today'),
  'today-colleague': said('today', 'See them'),
  'today-hand-over': said('today', 'Hand over'),
  stats: said('triage stats'),
  mine: saidByAnn('my ideas'),
  'mine-story': saidByAnn('my ideas', 'Open'),
  ideas: saidByAnn('ideas'),
  'ideas-topic': saidByAnn('ideas about early years'),
  projects: saidByAnn('projects'),
  trials: saidByAnn('my trials'),
  register: said('register'),
  audit: ofOther(said('audit')),
  'audit-control': ofOther(said('audit', 'Open')),
  'audit-change': ofOther(said('audit', 'Open', 'Mark what was changed')),
  leaders: ofOther(({ channel, tess }) => saysAt(channel.as(tess), 'leaders')),
  reports: said('digest report'),
  report: said('digest report', 'Open'),
  latest: saidByAnn('latest'),
  'latest-team': said('latest'),
  'latest-words': saidByAnn('latest sample'),
  cases: saidByAnn('cases'),
  'cases-team': said('cases'),
  'cases-own': said('curate', 'Case studies we added'),
  sources: said('sources'),
  curate: said('curate'),
  proposals: said('curate', 'Articles from staff'),
  feedback: said('read feedback'),
  challenges: saidByAnn('challenges'),
  'challenges-team': said('challenges'),
  'challenges-past': said('challenges', 'Past challenges'),
  import: imported,
  comments: ofOther(saidByAnn('ideas', 'Open', 'See comments')),
  'comments-article': ofOther(saidByAnn('latest', 'Open', 'Comments')),
  tried: ofOther(saidByAnn('ideas', 'Open', 'Where it is tried')),
  'reply-code': ofOther(async ({ ann }) => {
    const form = await presses(await says(ann, 'reply code'), 'Type the reply code');
    return form && (await form.fill({ 'Reply code': code }).press('Open')).card;
  }),
  kinds: saidByAnn('kinds'),
};
