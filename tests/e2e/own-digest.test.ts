import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { articles } from '../../src/reading/model.ts';
import { loopbackCertificate } from '../mail/certificate.ts';
import { mailToken, mailUser } from '../mail/dovecot.ts';
import { type Smtp, startSmtp } from '../mail/smtp.ts';
import { sampleArticle } from '../reading/sample-articles.ts';
import type { Person } from '../teams/simulator/person.ts';
import { until } from '../teams/simulator/until.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { type Started, startedService } from './started-service.ts';

let smtp: Smtp;
beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(async () => {
  await smtp[Symbol.asyncDispose]();
});

const publicAddress = 'https://inews.council.example';

/** The service with a server that takes letters; nobody reads a mailbox here. */
const startedWithMail = () =>
  startedService({
    settings: {
      INEWS_MAIL_ADDRESS: mailUser,
      INEWS_MAIL_IMAP_HOST: '127.0.0.1',
      INEWS_MAIL_IMAP_PORT: '9',
      INEWS_MAIL_SMTP_HOST: '127.0.0.1',
      INEWS_MAIL_SMTP_PORT: String(smtp.port),
      INEWS_MAIL_OWN_DOMAINS: 'council.example',
      INEWS_PUBLIC_ADDRESS: publicAddress,
    },
    mailSeams: { trusted: loopbackCertificate().cert, token: async () => mailToken, everySeconds: 3600 },
  });

const lettersTo = (address: string, saying: string) =>
  smtp.letters.filter(({ to, mail }) => to === address && mail.text?.includes(saying));

const letterTo = (address: string, saying: string) =>
  until(`a letter to ${address} saying “${saying}”`, () => lettersTo(address, saying)[0]);

const isEdition = (text: string) => text.includes('What is new in innovation');

const editionsIn = (person: Person) => person.chat.messages().filter((message) => isEdition(message.text()));

async function subscribes(person: Person, fillings: Readonly<Record<string, string | readonly string[]>>) {
  await person.says('subscribe');
  const shown = await person.chat.messageSaying('Your digest comes');
  const form = (await shown.card.press('Change or stop it')).card;
  form.fill(fillings);
  return (await form.press('Save')).card;
}

/** The page at the address of a letter, as the service itself answers it. */
const openPage = ({ service }: Started, address: string, init: RequestInit = {}) =>
  fetch(address.replace(publicAddress, `http://127.0.0.1:${service.port}`), init);

test('a person gets their own digest in Teams, apart from a colleague’s, and stops it by a word', async () => {
  await using started = await startedService();
  const { tess, tom } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await ann.says('subscribe weekly friday 9:00');
  const shown = await ann.chat.messageSaying('Your digest comes every Friday at 09:00');
  expect(shown.text()).toContain('It comes here, in our own chat.');
  await ann.says('digest now');
  const edition = await ann.chat.until('the edition', () => editionsIn(ann)[0]);
  expect(edition.text()).toContain('say “unsubscribe”');
  await ann.says('digest preview');
  await ann.chat.messageSaying('each with why it was chosen');
  await ann.says('unsubscribe');
  await ann.chat.messageSaying('Your digest is off');
  await started.settled();
  for (const other of [tess, tom]) expect(editionsIn(other)).toEqual([]);
});

test('by e-mail nothing comes before the address is confirmed by its code, and one click ends it', async () => {
  await using started = await startedWithMail();
  const { store, teams } = started;
  await store.createMany(articles, teams.tenantId, [sampleArticle(1)]);
  const ann = teams.person('Ann Sample');
  const address = 'ann.sample@council.example';
  const waiting = await subscribes(ann, {
    'How it comes': 'By e-mail',
    'Your e-mail address at work, if by e-mail': address,
  });
  expect(waiting.text()).toContain('Nothing is sent by e-mail until you have confirmed your address');
  const code =
    /Your code is (\d{6})/u.exec((await letterTo(address, 'Your code is')).mail.text ?? '')?.[1] ?? '';
  await ann.says('digest now');
  await started.settled();
  expect(lettersTo(address, 'What is new in innovation')).toEqual([]);

  const form = (await waiting.press('Enter the code')).card;
  form.fill({ Code: code === '000000' ? '000001' : '000000' });
  const refused = (await form.press('Confirm')).card;
  expect(refused.text()).toContain('This is not the code we sent');
  refused.fill({ Code: code });
  const confirmed = (await refused.press('Confirm')).card;
  expect(confirmed.text()).toContain(`It comes by e-mail to ${address}`);

  await ann.says('digest now');
  const { mail } = await letterTo(address, 'What is new in innovation');
  expect(mail.text).toContain('Total Place');
  const [, counted = ''] = /<a href="([^"]+\/r\/[^"]+)"/u.exec(String(mail.html)) ?? [];
  const opened = await openPage(started, counted, { redirect: 'manual' });
  expect(opened.headers.get('location')).toBe('https://news.example/1');
  await started.settled();
  expect(editionsIn(ann)).toEqual([]);
  const list = mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? '';
  const link = /<([^>]+)>/u.exec(list.replace(/\s+/gu, ' ').replaceAll(' ', ''))?.[1] ?? '';
  expect(link).toContain(`${publicAddress}/digest/stop/`);
  expect(mail.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toBe(
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  );

  // Programs that check links follow them: looking ends nothing.
  const page = await openPage(started, link);
  expect(await page.text()).toContain('Do you want to stop');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  await ann.says('digest');
  await ann.chat.messageSaying('Your digest comes every Tuesday');
  for (const forged of [`${link.slice(0, -2)}AA`, link.replace(/[^/]+$/u, 'x')]) {
    const answer = await openPage(started, forged, { method: 'POST' });
    expect(answer.status).toBe(404);
  }
  for (const _ of ['once', 'twice']) {
    const ended = await openPage(started, link, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(await ended.text()).toContain('does not come by e-mail any more');
  }
  await ann.says('digest');
  await ann.chat.messageSaying('Your digest is off');
});

test('an address of another organisation, or none, is refused and what was chosen is kept', async () => {
  await using started = await startedWithMail();
  const ann = started.teams.person('Ann Sample');
  const refused = await subscribes(ann, {
    'How it comes': 'Both',
    'Your e-mail address at work, if by e-mail': 'ann@elsewhere.example',
  });
  expect(refused.text()).toContain('Digests go to addresses of the organisation only (council.example).');
  refused.fill({ 'Your e-mail address at work, if by e-mail': '' });
  const again = (await refused.press('Save')).card;
  expect(again.text()).toContain('Type your e-mail address at work');
  await started.settled();
  expect(lettersTo('ann@elsewhere.example', 'code')).toEqual([]);
});

test('a digest tells what became of ideas, with thanks to authors who gave their name and to no other', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const [ann, ben] = [started.teams.person('Ann Sample'), started.teams.person('Ben Sample')];
  await sharesIdea(ann, { Title: 'Sample idea: shared vans' });
  await sharesIdea(ben, {
    Title: 'Sample idea: quiet hours',
    'How should we name you?': 'Not at all: my name is not stored',
  });
  for (const title of ['Sample idea: shared vans', 'Sample idea: quiet hours']) {
    const card = await channel.as(tess).messageSaying(title);
    const decide = (await card.card.press('Decide')).card;
    decide.fill({ Decision: 'Accept for trial', Reason: 'Sample reason: try it for three months.' });
    await decide.press('Decide');
  }
  const team = started.teams.team('News team').with(ann, ben);
  await team.installs(ann);
  const seat = team.channel('News').as(ann);
  await seat.says('digest now', { twice: true });
  const edition = await seat.messageSaying('You said, we did');
  expect(edition.text()).toContain('Sample idea: shared vans');
  expect(edition.text()).toContain('Accepted for trial.');
  expect(edition.text()).toContain('Sample idea: quiet hours');
  expect(edition.text()).not.toContain('Ben Sample');
  await started.settled();
  expect(seat.messages().filter((message) => isEdition(message.text()))).toHaveLength(1);
});
