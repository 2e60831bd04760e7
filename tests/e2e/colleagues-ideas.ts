import type { Person } from '../teams/simulator/person.ts';

/** Opens an idea from the list that the bot answers `ideas` with, in the person's 1:1 chat. */
export async function opensIdea(person: Person, title = 'Sample idea: one form') {
  await person.says('ideas');
  const list = await person.chat.messageSaying('Ideas of colleagues');
  const card = (await list.card.press('Open')).card;
  if (!card.text().includes(title)) throw new Error(`Another idea opened: ${card.text()}`);
  return card;
}
