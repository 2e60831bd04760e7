import type { Card } from '../teams/simulator/card.ts';
import type { Person } from '../teams/simulator/person.ts';
import { sharesIdea } from './innovation-team.ts';
import type { Started } from './started-service.ts';

export const oneIdea = {
  Title: 'Sample idea: one address form for people who move',
  'What would you change, and why?':
    'Residents who move house fill in three forms for council tax, parking and libraries. Let one form tell all three teams the new address.',
};

/** The same in other words. */
export const alikeIdea = {
  Title: 'Sample idea: tell us once about a new address',
  'What would you change, and why?':
    'When someone moves home they should only have to give their new address once, and council tax, parking permits and the library all get updated.',
};

export const evidenceHeading = 'Not sent yet: is it like one of these?';

/** Somebody shares an idea that the search then finds. Wants a service that `searches`. */
export async function sharesFindable(started: Started, author: Person): Promise<void> {
  await sharesIdea(author, oneIdea);
  await started.searchHasRead();
}

/** What a person sees who presses the button of the invitation to share. */
export async function opensShare(person: Person): Promise<Card> {
  await person.says('idea');
  const invite = await person.chat.messageSaying('Two boxes are enough');
  return (await invite.card.press('Share an idea')).card;
}

/** Somebody fills in an idea like the one that was shared, and is asked. */
export async function isAsked(
  person: Person,
  fillings: Readonly<Record<string, string>> = alikeIdea,
  form?: Card,
): Promise<Card> {
  const opened = form ?? (await opensShare(person));
  if (Object.keys(fillings).some((label) => !opened.fields().includes(label))) await opened.press('Add more');
  const asked = (await opened.fill(fillings).press('Send')).card;
  if (!asked.text().includes(evidenceHeading)) throw new Error(`Nothing was alike: ${asked.text()}`);
  return asked;
}
