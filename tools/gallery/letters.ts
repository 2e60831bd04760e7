import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { codeLetter } from '../../src/digests/address-check.ts';
import { editionCard, type Shown } from '../../src/digests/edition-card.ts';
import { editionLetter } from '../../src/digests/edition-letter.ts';
import { mailCards } from '../../src/ideas/mail-news.ts';
import { type Submission, submissions } from '../../src/ideas/model.ts';
import { letterHtml, letterText } from '../../src/mail/letter-parts.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { type Letter, letterSchema } from '../../src/outbox/letter.ts';
import { planDelivery } from '../../src/outbox/plan-delivery.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-store.ts';
import { loadCards } from '../../src/teams/cards.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import { systemClock } from '../../src/time/clock.ts';
import { englishWords } from '../../src/words/words.ts';
import { contactSheet } from './photograph.ts';
import { longOpening, sampleEdition } from './sample-editions.ts';

const words = englishWords('Europe/London');
const at = '2026-11-24T10:00:00.000Z';
const by = { personId: 'tess', name: 'Tess Sample' };
const putRight = [{ n: 1, by, at, form: 'sample', note: 'Sample: one article was about another council.' }];

const editions = {
  'no article': { articles: 0, isFull: true, isLong: false },
  'one article': { articles: 1, isFull: false, isLong: false },
  'ten articles': { articles: 12, isFull: true, isLong: false, more: { opening: 'Sample opening words.' } },
  'the longest': { articles: 12, isFull: true, isLong: true, more: { opening: longOpening, putRight } },
  'nothing left': { articles: 0, isFull: false, isLong: false, more: { putRight } },
} as const;

/** Editions as cards and as letters, and all other letters, each with its HTML at two widths and its text. */
export async function photographLetters(browser: Browser, out: URL): Promise<void> {
  mkdirSync(out, { recursive: true });
  const cards = loadCards(words);
  const letters: { name: string; letter: Letter }[] = [];
  for (const [name, wished] of Object.entries(editions)) {
    const shown: Shown = await sampleEdition(wished);
    const view = editionCard(words, shown);
    const json: object = cards.draw(view, 'message').content;
    const file = name.replaceAll(' ', '-');
    await contactSheet(browser, [{ feature: 'letters', name, json }], new URL(`letters.${file}.png`, out));
    console.log(`${name}: ${Buffer.byteLength(JSON.stringify(json))} bytes; ${view.summary}`);
    const mailed = editionLetter(words, { ...shown, personal: true }, 'https://inews.example/stop/sample');
    letters.push({ name: file, letter: letterSchema.parse(mailed.data) });
  }
  letters.push({ name: 'code', letter: letterSchema.parse(codeLetter(words, '012345').data) });
  letters.push(...(await authorLetters()));
  for (const { name, letter } of letters)
    await photographLetter(browser, letter, new URL(`mail.${name}.png`, out));
  console.log(`letters: ${letters.length} mails in ${out.pathname}`);
}

/** What somebody gets who sent an idea by e-mail. */
async function authorLetters(): Promise<{ name: string; letter: Letter }[]> {
  const store = openSqliteStore({ file: ':memory:', clock: systemClock, telemetry: logTelemetry('silent') });
  const history: Submission['history'] = [
    { n: 0, at, what: 'submitted' },
    { n: 1, at, what: 'asked', by, question: 'Sample question: how many forms are there today?' },
    {
      n: 2,
      at,
      what: 'decided',
      by,
      decision: 'trial',
      reason: 'Sample reason: one service tries it for a quarter.',
    },
    {
      n: 3,
      at,
      what: 'decided',
      by,
      decision: 'declined',
      reason: 'Sample reason.\nAnd a second line of it.',
    },
  ];
  const body: Submission = {
    reference: 'SAMPL1',
    kind: 'idea',
    title: 'Sample idea: one form instead of three',
    change: 'Sample text. Today the same details are asked three times.\n\nA second paragraph.',
    shapedBy: [],
    naming: 'named',
    topics: [],
    state: 'question',
    questionAsked: 1,
    authorUnreachable: false,
    byMail: {
      address: 'ann@council.example',
      name: 'Ann Sample',
      outside: false,
      messageId: '<1@council.example>',
      attachments: ['Sample drawing.pdf', 'Sample figures.xlsx'],
      cut: true,
    },
    history,
    createdAt: at,
    form: { id: 'sample', content: 'sample' },
    ...noEvents,
  };
  const due = new Date('2026-12-08T18:00:00.000Z');
  const dueDates = () => ({ acknowledge: new Date('2026-11-26T18:00:00.000Z'), decide: due, near: due });
  const event = { id: 'sample', type: 'sample', at, data: {} };
  const receiver = { kind: 'mail', tenantId: 'sample', address: 'ann@council.example' } as const;
  try {
    await store.create(submissions, 'sample', { id: body.reference, body });
    const drawn = mailCards({ store, words, dueDates }).flatMap(({ name, draw }) =>
      (name === 'ideas/mail-news' ? ['1', '2', '3'] : ['']).map(async (entry) => {
        const about = { tenant: 'sample', idea: body.reference, entry };
        const view = await draw(
          planDelivery(event, { receiver, card: name, about, urgency: 'answer' }, 0, due),
        );
        return { name: `${name.replace('/', '-')}${entry}`, letter: letterSchema.parse(view?.data) };
      }),
    );
    return await Promise.all(drawn);
  } finally {
    await store.close();
  }
}

const widths = [360, 640];

/** Its HTML as a phone and a desktop show it, and its text beside them, which is what programs without HTML show. */
async function photographLetter(browser: Browser, letter: Letter, file: URL): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: widths.reduce((sum, w) => sum + w + 16, 700), height: 400 },
  });
  await page.setContent(
    '<!doctype html><body style="display:flex;align-items:flex-start;gap:16px;margin:0"></body>',
  );
  await page.evaluate(`((html, text, subject, widths) => {
    for (const width of widths) {
      const frame = document.createElement('iframe');
      frame.srcdoc = html;
      frame.style = 'border:1px solid #ccc;width:' + width + 'px';
      document.body.append(frame);
      frame.onload = () => { frame.style.height = frame.contentDocument.documentElement.scrollHeight + 20 + 'px'; };
    }
    const pre = document.createElement('pre');
    pre.style = 'width:640px;white-space:pre-wrap;margin:8px;font-size:13px';
    pre.textContent = subject + '\\n\\n' + text;
    document.body.append(pre);
  })(${JSON.stringify(letterHtml(letter))}, ${JSON.stringify(letterText(letter))}, ${JSON.stringify(letter.subject)}, ${JSON.stringify(widths)})`);
  await page.waitForTimeout(300);
  await page.screenshot({ path: fileURLToPath(file), fullPage: true });
  await page.close();
}
