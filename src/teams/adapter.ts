import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import type { InvokeAnswer } from './invoke-answers.ts';

/**
 * CloudAdapter with the request and response left to our server: its own `process` writes to the console and puts raw
 * error messages into responses.
 */
export class TeamsAdapter extends CloudAdapter {
  /**
   * Checks the token, then runs the turn. Returns what `turn` returns, or undefined when the SDK did not run it.
   * Throws AuthenticationError for a missing or wrong token, and what `turn` throws.
   */
  async answer(
    authorization: string,
    activity: Activity,
    turn: () => Promise<InvokeAnswer>,
  ): Promise<InvokeAnswer | undefined> {
    let answer: InvokeAnswer | undefined;
    await this.processActivity(authorization, activity, async (_context: TurnContext) => {
      answer = await turn();
    });
    return answer;
  }
}
