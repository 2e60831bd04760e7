import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { collections } from '../../src/collections.ts';
import { containerDefinition } from '../../src/store/cosmos/container-definition.ts';
import { bicepFiles } from './bicep.ts';

const cosmos = bicepFiles.get('modules/cosmos.bicep')?.text ?? '';

test('Azure makes the containers that the collections need (node tools/infra-containers.ts writes them)', () => {
  const written: unknown = JSON.parse(
    readFileSync(new URL('../../infra/containers.json', import.meta.url), 'utf8'),
  );
  expect(written).toEqual(collections.map(containerDefinition));
  expect(cosmos).toContain("loadJsonContent('../containers.json')");
});

test('the data knows no keys, and the service may neither make nor alter containers', () => {
  expect(cosmos).toContain('disableLocalAuth: true');
  const builtInDataContributor = '00000000-0000-0000-0000-000000000002';
  expect(cosmos).toContain(`var dataContributor = '${builtInDataContributor}'`);
});
