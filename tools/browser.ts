import { existsSync } from 'node:fs';
import type { Browser, BrowserType } from 'playwright-core';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where a Chromium is on this machine (`CHROMIUM` names another); undefined when there is none. */
export const chromiumPath = (): string | undefined => places.find((path) => path && existsSync(path));

/** Starts Chromium so that it asks nothing of the network by itself. Throws when none is found. */
export async function openBrowser(chromium: BrowserType): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath)
    throw new Error('No Chromium is found. Install it, or name one by CHROMIUM=/path/to/it');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
