import type { Card } from '../teams/simulator/card.ts';
import type { Person } from '../teams/simulator/person.ts';

/** Opens an idea from the list that the bot answers `ideas` with, in the person's 1:1 chat. */
export async function opensIdea(person: Person, title = 'Sample idea: one form'): Promise<Card> {
  await person.says('ideas');
  const list = await person.chat.messageSaying('Ideas of colleagues');
  const card = await pressUntilAnswered(list.card, 'Open');
  if (!card.text().includes(title)) throw new Error(`Another idea opened: ${card.text()}`);
  return card;
}

const mostPresses = 20;

/** On a busy machine a person may be told to try again in a moment: they press again, which does no harm. */
export async function pressUntilAnswered(card: Card, button: string): Promise<Card> {
  let outcome = await card.press(button);
  for (let presses = 1; outcome.kind !== 'card' && presses < mostPresses; presses++)
    outcome = await card.press(button);
  return outcome.card;
}
