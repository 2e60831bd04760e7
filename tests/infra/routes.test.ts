import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { bicepFiles } from './bicep.ts';

const server = readFileSync(new URL('../../src/teams/server.ts', import.meta.url), 'utf8');

test.each([
  ['modules/bot.bicep', /endpoint: 'https:\/\/\$\{host\}(\/[^']+)'/, 'post'],
  ['modules/web-app.bicep', /healthCheckPath: '(\/[^']+)'/, 'get'],
])('%s calls an address that the server answers', (file, path, method) => {
  const called = path.exec(bicepFiles.get(file)?.text ?? '')?.[1];
  expect(server).toContain(`server.${method}('${called}'`);
});
