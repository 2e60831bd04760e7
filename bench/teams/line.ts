import { Pool } from 'undici';
import type { JsonObject } from '../../tests/teams/simulator/json.ts';

/** The connections on which Teams hands activities to a bot on loopback. Use `await using`. */
export interface Line extends AsyncDisposable {
  /** The answer's text. Throws when it is not a 200. */
  hand(activity: JsonObject): Promise<string>;
}

export function openLine(port: number, connections: number): Line {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  return {
    async hand(activity) {
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: '/api/messages',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`The bot answered ${statusCode}: ${text.slice(0, 200)}`);
      return text;
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
