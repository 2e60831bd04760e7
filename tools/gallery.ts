import { mkdirSync, rmSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { galleryCards } from './gallery/gallery-cards.ts';
import { contactSheet, frames, listFrames, photograph, rowSheet } from './gallery/photograph.ts';

const out = new URL('../.screens/gallery/', import.meta.url);

/**
 * Draws every card with its sample by the public Adaptive Cards renderer in Chromium, as Teams would at phone and
 * desktop width, light and dark: `.screens/gallery/<feature>/<card>.<frame>.png`, and one sheet a feature. Arguments, if
 * any, name the features to draw. `lists`, with the names of lists if any, draws instead the lists that the service
 * posts when there are none, one, ten and a thousand entries; `letters` digests as cards and as e-mails, and all other
 * e-mails.
 */
async function main([first, ...more]: readonly string[]): Promise<void> {
  const browser = await openBrowser(chromium);
  try {
    if (first === 'lists') await drawLists(browser, more);
    else if (first === 'letters') await drawLetters(browser);
    else await drawCards(browser, first === undefined ? [] : [first, ...more]);
  } finally {
    await browser.close();
  }
}

async function drawCards(browser: Browser, wanted: readonly string[]): Promise<void> {
  const cards = galleryCards().filter(({ feature }) => wanted.length === 0 || wanted.includes(feature));
  const features = [...new Set(cards.map(({ feature }) => feature))];
  for (const feature of features) {
    const folder = new URL(`${feature}/`, out);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const own = cards.filter((card) => card.feature === feature);
    for (const card of own) for (const frame of frames) await photograph(browser, card, frame, folder);
    await contactSheet(browser, own, new URL(`${feature}.png`, out));
    console.log(`${feature}: ${own.length} cards in ${folder.pathname}`);
  }
}

async function drawLists(browser: Browser, wanted: readonly string[]): Promise<void> {
  const { postedLists } = await import('./gallery/lists/posted-lists.ts');
  mkdirSync(out, { recursive: true });
  for await (const { list, cards, faults } of postedLists(wanted)) {
    for (const frame of Object.values(listFrames))
      await rowSheet(browser, cards, frame, new URL(`lists-${list}.${frame.name}.png`, out));
    console.log([`${list}: ${cards.length} cards`, ...faults].join('\n  '));
  }
}

async function drawLetters(browser: Browser): Promise<void> {
  const { photographLetters } = await import('./gallery/letters.ts');
  await photographLetters(browser, out);
}

await main(process.argv.slice(2));
