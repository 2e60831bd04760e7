import { expect, test } from '@jest/globals';
import { chromium } from 'playwright-core';
import { chromiumPath, openBrowser } from '../../tools/browser.ts';
import { startDevServers } from './dev-servers.ts';
import { PlaygroundPage } from './playground-page.ts';

const browserTest = chromiumPath() ? test : test.skip;
const missing = chromiumPath() ? '' : 'no Chromium is found, name one by CHROMIUM: ';

browserTest(
  `${missing}in the Playground an idea goes from hi to a decision, and a channel gets its digest`,
  async () => {
    await using servers = await startDevServers();
    await using browser = await openBrowser(chromium);
    const playground = new PlaygroundPage(await browser.newPage({ viewport: { width: 1280, height: 900 } }));
    await playground.open(servers.playground);

    await playground.says('hi');
    const help = await playground.card('iNews, the innovation blog, in Teams');
    await playground.shoot('help');
    await help.press('Share an idea');
    const form = await playground.card('What would you change, and why?');
    await playground.shoot('form');
    await form.type('Title', 'Sample idea: one form instead of three');
    await form.type('What would you change, and why?', 'Sample text. Residents tell us once.');
    await form.press('Send');
    await playground.card('Your reference is');
    await playground.shoot('receipt');

    await playground.goTo('My Team - Announcements');
    await playground.posts('triage here');
    await playground.reads('Ideas are now decided in this channel');
    const idea = await playground.card('Sample idea: one form instead of three');
    await playground.shoot('triage');
    await idea.press('Take it');
    await idea.says('has it');
    await idea.press('Decide');
    const decision = await playground.card('Reason');
    await decision.choose('Accept for trial');
    await decision.type('Reason', 'Sample reason: try it for three months.');
    await playground.shoot('decide');
    await decision.press('Decide');
    await playground.card('Sample reason: try it for three months.');
    await playground.shoot('decided');

    await playground.posts('digest weekly tuesday 10:00');
    await playground.card('A digest comes here every Tuesday at 10:00');
    await playground.posts('digest now');
    await playground.card('What is new in innovation');
    await playground.shoot('digest');

    await playground.goTo('Personal Chat');
    await playground.card('Your idea goes on trial');
    await playground.shoot('news');
    expect(await playground.failures()).toEqual([]);
  },
  600_000,
);
