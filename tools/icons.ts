import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { openBrowser } from './browser.ts';

// Draws manifest/icons/*.svg into the PNGs that the Teams app package carries. Run it after a change to an SVG and
// commit what it writes.

const folder = new URL('../manifest/icons/', import.meta.url);

// The sizes that Teams asks for: a colour icon of 192 and an outline of 32 pixels.
const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
];

const browser = await openBrowser(chromium);
try {
  for (const { name, size } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = await readFile(new URL(`${name}.svg`, folder), 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    const path = fileURLToPath(new URL(`${name}.png`, folder));
    await page.screenshot({ path, omitBackground: true });
    console.log(`Drew ${path}`);
  }
} finally {
  await browser.close();
}
