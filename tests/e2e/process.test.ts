import { networkInterfaces } from 'node:os';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { refusals } from '../teams/simulator/faults.ts';
import { startTeams } from '../teams/simulator/teams.ts';
import { until } from '../teams/simulator/until.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { refusedStart, startProcess } from './service-process.ts';

const folder = temporaryFolder();

test('without credentials the service refuses to start and names every fault at once', async () => {
  const { code, output } = await refusedStart({ PORT: 'seven', INEWS_TIME_ZONE: 'Europe/Atlantis' });
  expect(code).toBe(1);
  for (const setting of [
    'PORT',
    'INEWS_TIME_ZONE',
    'MICROSOFT_APP_ID',
    'MICROSOFT_APP_TENANT_ID',
    'INEWS_ADMINS',
  ])
    expect(output).toContain(`  ${setting}: `);
  expect(output).not.toContain('    at ');
});

test('in development the service listens on loopback and nowhere else', async () => {
  await using started = await startProcess({ DATA_DIR: `${folder}/loopback` });
  expect((await fetch(`http://127.0.0.1:${started.port}/healthz`)).status).toBe(200);
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of outside)
    await expect(fetch(`http://${address}:${started.port}/healthz`)).rejects.toThrow('fetch failed');
});

test('a crash right after the receipt loses nothing: the idea is there and reaches its channel', async () => {
  await using teams = await startTeams();
  const settings = { DATA_DIR: `${folder}/crash`, INEWS_TENANTS: teams.tenantId };
  const ann = teams.person('Ann Sample');
  await using crashing = await startProcess(settings);
  teams.connect(`http://127.0.0.1:${crashing.port}`);
  const { channel, tess } = await innovationTeam(teams);
  const noPost = teams.connector.rule((call) =>
    call.kind === 'post' && call.conversation === channel.id ? { kind: 'silence' } : undefined,
  );
  const receipt = await sharesIdea(ann);
  await crashing.end('SIGKILL');
  noPost();

  await using again = await startProcess(settings);
  teams.connect(`http://127.0.0.1:${again.port}`);
  const [reference = ''] = /[2-9B-Z]{6}\b/u.exec(receipt.text().split('Your reference is')[1] ?? '') ?? [];
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  expect(card.text()).toContain(reference);
  await ann.says('my ideas');
  expect((await ann.chat.messageSaying(/^My ideas\n/u)).text()).toContain('Sample idea: one form');
});

test('SIGTERM finishes what is under way, then the service ends with 0', async () => {
  await using teams = await startTeams();
  await using started = await startProcess({ DATA_DIR: `${folder}/term`, INEWS_TENANTS: teams.tenantId });
  teams.connect(`http://127.0.0.1:${started.port}`);
  const { channel, tess } = await innovationTeam(teams);
  const ann = teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('one form');
  const taken = card.card.press('Take it');
  await ann.says('help');
  const ending = started.end('SIGTERM');
  expect((await taken).text()).toContain('Tess Sample has it');
  await ann.chat.messageSaying('in Teams');
  expect(await ending).toEqual({ code: 0, signal: null });
  expect(started.output()).toContain('"event":"service.stopped"');
});

test('every line of the log is JSON and holds nothing that a person wrote, though things fail', async () => {
  await using teams = await startTeams();
  await using started = await startProcess({
    DATA_DIR: `${folder}/log`,
    INEWS_TENANTS: teams.tenantId,
    LOG_LEVEL: 'debug',
  });
  teams.connect(`http://127.0.0.1:${started.port}`);
  const { channel, tess } = await innovationTeam(teams);
  const marker = 'Qwertzuiop-7391';
  const ann = teams.person('Ann Sample');
  const receipt = await sharesIdea(ann, {
    Title: marker,
    'What would you change, and why?': `${marker} again`,
  });
  expect(receipt.text()).toContain('Your reference is');
  teams.connector.rule((call) =>
    call.kind === 'post' && call.conversation === ann.chat.id ? refusals.badArgument : undefined,
  );
  await ann.says(`${marker} ${marker}`);
  await until(
    'the reply to fail',
    () => (started.output().includes('reply.failed') ? true : undefined),
    started.output,
  );
  await fetch(`http://127.0.0.1:${started.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer secret-token-5521' },
    body: `{"type": ${marker}`,
  });
  await channel.as(tess).says('help');
  await channel.as(tess).messageSaying('in Teams');
  await started.end('SIGTERM');
  const lines = started.output().trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  expect(started.output()).toContain('"level":50');
  expect(started.output()).not.toContain(marker);
  expect(started.output()).not.toContain('secret-token-5521');
});
