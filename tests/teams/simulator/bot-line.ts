import type { JsonObject } from './json.ts';

/** Teams gives up after some 15 s; a bot on a busy machine is slow and not wrong. */
const patienceMs = 60_000;

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
  private answered: (() => Promise<void>) | undefined;

  /**
   * @param address the bot's, without the path.
   * @param answered resolves when the bot has answered all that came, its messages included: then so does `deliver`.
   */
  connect(address: string, answered?: () => Promise<void>): void {
    this.endpoint = new URL('/api/messages', address).href;
    this.answered = answered;
  }

  /**
   * Hands an activity over. Without an answer after a long while the status is 504, as a person would learn of it.
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
        signal: AbortSignal.timeout(patienceMs),
      });
      const body = jsonOrNothing(await response.text());
      await this.answered?.();
      return { status: response.status, body };
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
