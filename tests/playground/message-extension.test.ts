import { expect, test } from '@jest/globals';
import { chromium } from 'playwright-core';
import { chromiumPath, openBrowser } from '../../tools/browser.ts';
import { startDevServers } from './dev-servers.ts';
import { PlaygroundPage } from './playground-page.ts';

const browserTest = chromiumPath() ? test : test.skip;
const missing = chromiumPath() ? '' : 'no Chromium is found, name one by CHROMIUM: ';

browserTest(
  `${missing}in the Playground a message becomes an idea, and a case study is found where messages are written`,
  async () => {
    await using servers = await startDevServers();
    await using browser = await openBrowser(chromium);
    const playground = new PlaygroundPage(await browser.newPage({ viewport: { width: 1280, height: 900 } }));
    await playground.open(servers.playground);

    const message = 'Let us share one form. It asks people once.';
    await playground.says(message);
    await playground.card('I did not understand that');
    await playground.usesAction('shareAsIdea', message);
    const form = await playground.card('From a message of Alex Wilber');
    await playground.shoot('message-form');
    await form.press('Send');
    const receipt = await playground.card('Your reference is');
    await receipt.says('Let us share one form.');
    await playground.closesDialog();

    await playground.seeks('find', 'sought', 'prison');
    await playground.reads('Total Place case study');
    await playground.shoot('search');
    expect(await playground.failures()).toEqual([]);
  },
  600_000,
);
