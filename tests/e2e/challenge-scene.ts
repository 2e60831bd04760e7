import type { Card } from '../teams/simulator/card.ts';
import type { Person } from '../teams/simulator/person.ts';
import type { Seat } from '../teams/simulator/seat.ts';
import { type InnovationTeam, innovationTeam } from './innovation-team.ts';
import type { Started } from './started-service.ts';

export const question = 'Sample challenge: how could we send fewer letters?';

interface Scene extends InnovationTeam {
  readonly ann: Person;
  readonly bob: Person;
  /** A channel of another team, which has never spoken to the bot. */
  readonly news: Seat;
}

export async function scene({ teams }: Started): Promise<Scene> {
  const innovation = await innovationTeam(teams);
  const [ann, bob] = [teams.person('Ann Sample'), teams.person('Bob Sample')];
  const housing = teams.team('Housing').with(ann, bob);
  const news = housing.channel('News').as(ann);
  await housing.installs(ann);
  return { ...innovation, ann, bob, news };
}

export async function opensForm(tess: Person, ...channels: readonly string[]): Promise<Card> {
  await tess.says('challenges');
  const list = await tess.chat.messageSaying('Open challenges');
  const form = (await list.card.press('Open a challenge')).card;
  await form.press('Add topics and own questions');
  return form.fill({
    Question: question,
    'What it is about, and why you ask': 'Sample text. A reminder costs a stamp.',
    'Last day': '2027-03-29',
    Channels: channels.length > 0 ? channels : ['Housing: News', 'Innovation: General'],
    'Topics, three at the most': ['Bureaucracy'],
    'Question 1': 'Sample question: which letter first?',
  });
}

export const opensChallenge = async (tess: Person): Promise<Card> =>
  (await (await opensForm(tess)).press('Open it', { twice: true })).card;

/** Answers a challenge from its card and gets a receipt. */
export async function answers(card: Card, fillings: Readonly<Record<string, string>> = {}): Promise<Card> {
  const form = (await card.press('Share an idea')).card;
  const more = Object.keys(fillings).some((label) => !form.fields().includes(label));
  if (more) await form.press('Add more');
  form.fill({
    Title: 'Sample idea: reminders by text',
    'What would you change, and why?': 'Sample text. A text message instead of a letter.',
    ...fillings,
  });
  return (await form.press('Send')).card;
}

export const postsOf = (seat: Seat) => seat.messages().filter((one) => one.text().includes(question));
