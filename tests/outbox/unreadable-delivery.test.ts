import { beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { bucketOf } from '../../src/outbox/bucket.ts';
import { deliveries } from '../../src/outbox/delivery.ts';
import { deliveryId } from '../../src/outbox/delivery-id.ts';
import { changeDocument } from '../../src/store/change-document.ts';
import { defineCollection } from '../../src/store/collection.ts';
import { person } from './sample-delivery.ts';
import { sampleHouse, useHouseTime } from './sample-house.ts';

beforeEach(useHouseTime);

const unchecked = defineCollection({ ...deliveries, schema: z.looseObject({}), expiresAt: () => undefined });

test('a delivery that cannot be read is logged once and holds up none of its bucket', async () => {
  const house = sampleHouse();
  await house.leavePlanned('planned wrong', 'left wrong', 'good');
  const damage = (key: string, change: object) =>
    changeDocument(house.disk, unchecked, bucketOf(person('p')), deliveryId(key), (body) => ({
      ...body,
      ...change,
    }));
  await damage('planned wrong', { plannedAt: 'yesterday' });
  await damage('left wrong', { plannedAt: 'yesterday' });
  const outbox = house.replica();
  await house.pass(200_000, 1_000);
  expect(house.teams.told()).toEqual(['post good']);
  expect(house.telemetry.errors.map(({ event, error }) => `${event}: ${error}`)).toEqual([
    expect.stringMatching(/^delivery.unreadable: .*plannedAt/),
    expect.stringMatching(/^delivery.unreadable: .*plannedAt/),
  ]);
  await outbox.stop();
});
