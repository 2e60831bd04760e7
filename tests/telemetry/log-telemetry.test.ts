import { expect, test } from '@jest/globals';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';

function aLog(level = 'info') {
  const lines: string[] = [];
  return { lines, telemetry: logTelemetry(level, { write: (line) => void lines.push(line) }) };
}

test('an HTTP error is logged by name, message and stack, without the request and the answer it carries', () => {
  const { lines, telemetry } = aLog();
  const carried = { body: 'sample words of a person', headers: { authorization: 'Bearer sample-token' } };
  const cause = Object.assign(new Error('The cause'), { request: carried });
  const error = Object.assign(new Error('Sample failure', { cause }), {
    name: 'RestError',
    request: carried,
    response: { bodyAsText: 'sample words of a person' },
  });
  telemetry.error('delivery.failed', error, { delivery: 'id-1' });
  const line: unknown = JSON.parse(lines[0] ?? '');
  expect(line).toMatchObject({
    level: 50,
    event: 'delivery.failed',
    delivery: 'id-1',
    fault: 'RestError',
    message: 'Sample failure',
    causes: [{ fault: 'Error', message: 'The cause' }],
  });
  expect(lines[0]).not.toContain('sample words');
  expect(lines[0]).not.toContain('sample-token');
});

test('of a long message the first line alone is logged, and at most 300 characters of it', () => {
  const { lines, telemetry } = aLog();
  telemetry.error('failed', new Error(`${'x'.repeat(400)}\nsample words of a person`));
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ message: 'x'.repeat(300) });
  expect(lines[0]).not.toContain('sample words');
});

test('what is thrown and is no error is logged by its type alone', () => {
  const { lines, telemetry } = aLog();
  telemetry.error('failed', 'sample words of a person');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ fault: 'string' });
  expect(lines[0]).not.toContain('sample words');
});

test('measured values are logged for those who ask for them', () => {
  const quiet = aLog('info');
  quiet.telemetry.count('sent');
  quiet.telemetry.record('delayMs', 4);
  expect(quiet.lines).toEqual([]);
  const { lines, telemetry } = aLog('debug');
  telemetry.count('sent', 2, { card: 'welcome' });
  telemetry.record('delayMs', 4);
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { metric: 'sent', by: 2, card: 'welcome' },
    { metric: 'delayMs', value: 4 },
  ]);
});
