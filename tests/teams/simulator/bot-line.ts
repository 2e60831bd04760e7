import type { JsonObject } from './json.ts';

/** What the bot answered over HTTP; the body is undefined where there is none, or none that is JSON. */
export interface BotAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The line on which Teams hands activities to the bot. */
export class BotLine {
  /** Everything that went to the bot, in order. */
  readonly sent: JsonObject[] = [];
  private endpoint: string | undefined;

  /** @param address the bot's, without the path. */
  connect(address: string): void {
    this.endpoint = new URL('/api/messages', address).href;
  }

  /**
   * Hands an activity over. Teams gives up after some 15 s: then the status is 504, as a person would learn of it.
   * @param times how many times the very same activity is delivered; the first answer counts.
   */
  async deliver(activity: JsonObject, times = 1): Promise<BotAnswer> {
    const deliveries = Array.from({ length: times }, () => this.deliverOnce(activity));
    const [first] = await Promise.all(deliveries);
    if (!first) throw new Error('Deliver an activity at least once');
    return first;
  }

  private async deliverOnce(activity: JsonObject): Promise<BotAnswer> {
    if (!this.endpoint) throw new Error('No bot is connected: call teams.connect(address) first');
    this.sent.push(activity);
    try {
      const response = await fetch(this.endpoint, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(15_000),
      });
      return { status: response.status, body: jsonOrNothing(await response.text()) };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError')
        return { status: 504, body: undefined };
      throw error;
    }
  }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
