import { expect } from '@jest/globals';
import type { Person } from '../teams/simulator/person.ts';
import type { Started } from './started-service.ts';

/** Allows the file that is offered in a person's 1:1 chat. Returns what it holds. */
export async function allowed({ teams }: Started, person: Person, extension: string): Promise<string> {
  const offer = await person.chat.until('the offer of a file', () =>
    person.chat.messages().find(({ offered }) => offered?.endsWith(extension)),
  );
  const { contentUrl, answer } = await offer.allows();
  expect(answer.status).toBe(200);
  await person.chat.until('the file', () =>
    person.chat.messages().find(({ file }) => file?.endsWith(extension)),
  );
  // The offer has made room for the file.
  await person.chat.until('the offer to go', () => (offer.isDeleted ? true : undefined));
  return teams.files.contentOf(contentUrl) ?? '';
}
