import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { GalleryCard } from './gallery-cards.ts';

/** A width and a theme in which a card is drawn. */
export interface Frame {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  /** Of the message, in pixels. */
  readonly width: number;
}

export const frames: readonly Frame[] = [
  { name: 'phone-light', theme: 'light', width: 360 },
  { name: 'phone-dark', theme: 'dark', width: 360 },
  { name: 'desktop-light', theme: 'light', width: 640 },
  { name: 'desktop-dark', theme: 'dark', width: 640 },
];

/** Frames for lists: a small phone and a desktop. */
export const listFrames = {
  phone: { name: 'phone', theme: 'light', width: 320 },
  'phone-dark': { name: 'phone-dark', theme: 'dark', width: 320 },
  desktop: { name: 'desktop', theme: 'light', width: 600 },
} as const satisfies Readonly<Record<string, Frame>>;

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
// Microsoft's public host configurations of Teams, from the Adaptive Cards samples.
const hostConfigs = {
  light: readFileSync(here('host-config-light.json'), 'utf8'),
  dark: readFileSync(here('host-config-dark.json'), 'utf8'),
};

/** Draws one card in one frame into `<folder>/<card>.<frame>.png`. */
export async function photograph(
  browser: Browser,
  card: GalleryCard,
  frame: Frame,
  folder: URL,
): Promise<void> {
  const page = await galleryPage(browser, frame.width);
  await addCard(page, card, frame);
  await page.screenshot({
    path: fileURLToPath(new URL(`${card.name}.${frame.name}.png`, folder)),
    fullPage: true,
  });
  await page.close();
}

/** All cards of one feature in all frames on one picture: a row a card, a column a frame. */
export function contactSheet(browser: Browser, cards: readonly GalleryCard[], file: URL): Promise<void> {
  const width = frames.reduce((sum, frame) => sum + frame.width + 8, 8);
  return sheet(browser, { cards, frames, width }, file);
}

/** Cards side by side on one picture, all in one frame. */
export function rowSheet(
  browser: Browser,
  cards: readonly GalleryCard[],
  frame: Frame,
  file: URL,
): Promise<void> {
  return sheet(browser, { cards, frames: [frame], width: (frame.width + 8) * cards.length + 8 }, file);
}

async function sheet(
  browser: Browser,
  { cards, frames, width }: { cards: readonly GalleryCard[]; frames: readonly Frame[]; width: number },
  file: URL,
): Promise<void> {
  const page = await galleryPage(browser, width);
  for (const card of cards) for (const frame of frames) await addCard(page, card, frame);
  await page.screenshot({ path: fileURLToPath(file), fullPage: true, timeout: 0 });
  await page.close();
}

async function galleryPage(browser: Browser, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 100 } });
  await page.setContent('<!doctype html><html lang="en-GB"><body></body></html>');
  await page.addStyleTag({ path: here('page.css') });
  await page.addScriptTag({ path: renderer });
  await page.addScriptTag({ path: here('draw-card.js') });
  return page;
}

async function addCard(page: Page, card: GalleryCard, frame: Frame): Promise<void> {
  const parts = {
    ...frame,
    card: card.json,
    caption: `${card.feature}/${card.name}`,
    host: hostConfigs[frame.theme],
  };
  await page.evaluate(`drawCard(${JSON.stringify(parts)})`);
}
