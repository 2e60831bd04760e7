import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { PlaygroundCard } from './playground-card.ts';

const screens = fileURLToPath(new URL('../../.screens/playground/', import.meta.url));

/** The Playground's page, as its user has it: chats on the left, messages in the middle. */
export class PlaygroundPage {
  private readonly page: Page;
  private shots = 0;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(60_000);
  }

  async open(address: string): Promise<void> {
    mkdirSync(screens, { recursive: true });
    // Its fonts come from the network, which it can do without.
    await this.page.route(
      ({ hostname }) => hostname !== 'localhost',
      (route) => route.abort(),
    );
    await this.page.goto(address);
    await this.goTo('Personal Chat');
  }

  /** @param chat as the list on the left names it: `Personal Chat`, `My Team - Announcements`. */
  async goTo(chat: string): Promise<void> {
    await this.page.getByRole('treeitem', { name: chat }).click();
  }

  /** Says something in the personal chat that is open. */
  async says(text: string): Promise<void> {
    await this.page.getByRole('textbox').last().click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Starts a new post in the channel that is open, with a mention of the bot. */
  async posts(text: string): Promise<void> {
    await this.page.getByRole('textbox').first().click();
    await this.page.keyboard.type('@');
    await this.page.getByRole('menuitem', { name: 'Test Bot' }).click();
    await this.page.keyboard.type(` ${text}`);
    await this.page.getByRole('button', { name: 'Post' }).click();
  }

  /** Uses an action of the message extension on the message that says this. */
  async usesAction(commandId: string, message: string): Promise<void> {
    const header = this.page.getByLabel('Message header');
    const said = this.page.locator('div').filter({ has: header, hasText: message }).last();
    await said.getByRole('button', { name: 'Show more information' }).last().click();
    await this.page.getByRole('menuitem', { name: 'Action Command' }).click();
    await this.page.getByPlaceholder('Input command id or leave blanks').fill(commandId);
    await this.page.getByRole('button', { name: 'Create' }).click();
  }

  async closesDialog(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  }

  /** Opens a search of the message extension where messages are written, and types into it. */
  async seeks(commandId: string, parameter: string, text: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Trigger Message Extension App' }).last().click();
    await this.page.getByRole('menuitem', { name: 'Search Command' }).click();
    await this.page.getByText('Specify Command ID or Parameter').click();
    await this.page.getByPlaceholder('Command ID').fill(commandId);
    await this.page.getByPlaceholder('Parameter name').fill(parameter);
    await this.page.getByPlaceholder('Enter a search term').pressSequentially(text);
  }

  /** The lowest or, in a channel, the latest card that says this; waits for it. */
  async card(words: string): Promise<PlaygroundCard> {
    const card = this.page.locator('.ac-adaptiveCard').filter({ hasText: words }).last();
    await card.waitFor();
    await card.scrollIntoViewIfNeeded();
    return new PlaygroundCard(this.page, card);
  }

  /** Waits for a message that says this. */
  async reads(words: string): Promise<void> {
    await this.page.getByText(words).last().waitFor();
  }

  /** What the log panel shows as answered with an error, such as `invoke 500`. */
  failures(): Promise<readonly string[]> {
    return this.page.getByText(/^\w+ [45]\d\d$/u).allInnerTexts();
  }

  /** Takes a picture into `.screens/playground/`, numbered in order. */
  async shoot(name: string): Promise<void> {
    this.shots += 1;
    const number = String(this.shots).padStart(2, '0');
    await this.page.screenshot({ path: `${screens}${number}-${name}.png` });
  }
}
