import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';

const mail = {
  INEWS_MAIL_ADDRESS: 'Ideas@Council.Example',
  INEWS_MAIL_IMAP_HOST: 'imap.council.example',
  INEWS_MAIL_SMTP_HOST: 'smtp.council.example',
  INEWS_MAIL_OWN_DOMAINS: 'Council.Example',
};

const read = (settings: Readonly<Record<string, string>>) =>
  readConfig({ INEWS_ENV: 'development', ...settings });

test('with nothing set there is no e-mail', () => {
  expect(read({}).mail).toBeUndefined();
});

test('an address, two servers and the own domains are enough', () => {
  expect(read(mail).mail).toEqual({
    address: 'ideas@council.example',
    user: 'ideas@council.example',
    imap: { host: 'imap.council.example', port: 993, tlsFromStart: true },
    smtp: { host: 'smtp.council.example', port: 587, tlsFromStart: false },
    signIn: 'identity',
    identityClientId: undefined,
    ownDomains: ['council.example'],
    limits: { perSenderAndDay: 10, perHour: 60 },
  });
});

describe('the service does not start with', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['servers without an address', { INEWS_MAIL_IMAP_HOST: 'a' }, ['INEWS_MAIL_ADDRESS: is missing']],
    ['no address at all', { ...mail, INEWS_MAIL_ADDRESS: 'ideas' }, ['INEWS_MAIL_ADDRESS: is not an e-mail']],
    [
      'half of the settings',
      { INEWS_MAIL_ADDRESS: 'ideas@council.example' },
      [
        'INEWS_MAIL_IMAP_HOST: is missing',
        'INEWS_MAIL_SMTP_HOST: is missing',
        'INEWS_MAIL_OWN_DOMAINS: is missing',
      ],
    ],
    ['no password', { ...mail, INEWS_MAIL_SIGN_IN: 'password' }, ['INEWS_MAIL_PASSWORD: is missing']],
    ['one too many', { ...mail, INEWS_MAIL_PASSWORD: 'sample' }, ['INEWS_MAIL_PASSWORD: must be empty']],
  ])('%s', (_what, settings, faults) => {
    for (const fault of faults) expect(() => read(settings)).toThrow(fault);
  });
});
