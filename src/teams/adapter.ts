import { type Activity, CloudAdapter } from 'botbuilder';
import type { InvokeAnswer } from './invoke-answers.ts';

/**
 * CloudAdapter with the request and response left to our server: its own `process` writes to the console, puts raw
 * error messages into responses, and makes two HTTP clients for each activity, of which a turn of ours needs none.
 */
export class TeamsAdapter extends CloudAdapter {
  /**
   * Checks the token, then runs the turn. Throws AuthenticationError for a missing or wrong token, and what `turn`
   * throws.
   */
  async answer(
    authorization: string,
    activity: Activity,
    turn: () => Promise<InvokeAnswer>,
  ): Promise<InvokeAnswer> {
    await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    return turn();
  }
}
