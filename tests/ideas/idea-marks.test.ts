import { expect, test } from '@jest/globals';
import { engagement, recounts } from '../../src/engagement/model.ts';
import { markActions } from '../../src/ideas/idea-marks.ts';
import { submissions } from '../../src/ideas/model.ts';
import { submit } from '../../src/ideas/submit.ts';
import { meteredStore } from '../../src/store/metered-store.ts';
import { englishWords } from '../../src/words/words.ts';
import { memoryStore } from '../store/memory-store.ts';
import { recordedTelemetry } from '../store/recorded-telemetry.ts';
import { sampleInputs } from './sample-submission.ts';

const now = new Date('2026-11-24T10:05:30.000Z');

const actor = (name: string) => ({
  tenantId: 'sample-tenant',
  personId: name,
  name: `${name} Sample`,
  teamsUserId: `29:${name}`,
});

test('to support costs two reads and two writes while the person waits, and a second click no write', async () => {
  const telemetry = recordedTelemetry();
  const store = meteredStore(memoryStore(), telemetry);
  const { submission } = await submit(store, {
    formId: 'sample-form',
    actor: actor('Ann'),
    inputs: sampleInputs(),
    now,
  });
  const click = async () => {
    const before = telemetry.records.length;
    await markActions(store)
      .find(({ name }) => name === 'ideas.support')
      ?.run(
        {
          actor: actor('Bob'),
          conversation: { kind: 'personal', id: 'sample-chat', serviceUrl: 'https://example.org' },
          words: englishWords('Europe/London'),
          private: true,
          activityId: 'sample-activity',
          now,
        },
        { idea: submission.reference },
      );
    return telemetry.records.slice(before).map(({ facts }) => `${facts?.operation} ${facts?.collection}`);
  };
  const reads = [`get ${submissions.name}`, `query ${engagement.name}`];
  expect(await click()).toEqual([...reads, `createMany ${recounts.name}`, `createMany ${engagement.name}`]);
  expect(await click()).toEqual(reads);
});
