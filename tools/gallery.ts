import { mkdirSync, rmSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { galleryCards } from './gallery/gallery-cards.ts';
import { photographLetters } from './gallery/letters.ts';
import { listCards } from './gallery/list-cards.ts';
import { contactSheet, frames, phoneSheet, photograph } from './gallery/photograph.ts';

/**
 * Draws every card with its sample by the public Adaptive Cards renderer in Chromium, as Teams would at phone and
 * desktop width, light and dark: `.screens/gallery/<feature>/<card>.<frame>.png`, and one sheet a feature. `lists` are
 * all lists with none, one, ten and a thousand entries on a phone; `letters` are digests as cards and as e-mails, and all
 * other e-mails. Arguments, if any, name the features to draw.
 */
async function main(wanted: readonly string[]): Promise<void> {
  const out = new URL('../.screens/gallery/', import.meta.url);
  const cards = galleryCards().filter(({ feature }) => wanted.length === 0 || wanted.includes(feature));
  const features = [...new Set(cards.map(({ feature }) => feature))];
  const browser = await openBrowser(chromium);
  try {
    for (const feature of features) {
      const folder = new URL(`${feature}/`, out);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const own = cards.filter((card) => card.feature === feature);
      for (const card of own) for (const frame of frames) await photograph(browser, card, frame, folder);
      await contactSheet(browser, own, new URL(`${feature}.png`, out));
      console.log(`${feature}: ${own.length} cards in ${folder.pathname}`);
    }
    if (wanted.length === 0 || wanted.includes('lists')) {
      mkdirSync(out, { recursive: true });
      for (const [name, cards] of Map.groupBy(listCards(), ({ list }) => list))
        await phoneSheet(browser, cards, cards.length, new URL(`lists.${name}.png`, out));
      console.log(`lists: one sheet each in ${out.pathname}`);
    }
    if (wanted.length === 0 || wanted.includes('letters')) await photographLetters(browser, out);
  } finally {
    await browser.close();
  }
}

await main(process.argv.slice(2));
