import type { Locator, Page } from 'playwright-core';

/** A card on the Playground's page, used by what can be read on it. */
export class PlaygroundCard {
  private readonly page: Page;
  private readonly card: Locator;

  constructor(page: Page, card: Locator) {
    this.page = page;
    this.card = card;
  }

  /** Waits until the card says this. */
  async says(words: string): Promise<void> {
    await this.card.getByText(words).first().waitFor();
  }

  async press(button: string): Promise<void> {
    await this.card.getByRole('button', { name: button, exact: true }).click();
  }

  /** Types into the box with this label. */
  async type(label: string, text: string): Promise<void> {
    await this.card.getByRole('textbox', { name: label }).fill(text);
  }

  /** Chooses one of the radio buttons or, of a list with this label, one line. */
  async choose(choice: string, list?: string): Promise<void> {
    if (!list) {
      await this.card.getByLabel(choice, { exact: true }).check();
      return;
    }
    await this.card.getByRole('combobox', { name: list }).click();
    await this.page.getByRole('option', { name: choice, exact: true }).click();
  }
}
