import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import { loopbackCertificate } from '../mail/certificate.ts';
import { type Dovecot, hasDovecot, mailToken, mailUser, startDovecot } from '../mail/dovecot.ts';
import { sampleMail } from '../mail/sample-mail.ts';
import { type Smtp, startSmtp } from '../mail/smtp.ts';
import { until } from '../teams/simulator/until.ts';
import { innovationTeam } from './innovation-team.ts';
import { startedService } from './started-service.ts';

let mailbox: Dovecot;
let smtp: Smtp;

beforeAll(async () => {
  if (!hasDovecot) return;
  mailbox = await startDovecot();
  smtp = await startSmtp();
});

afterAll(async () => {
  if (!hasDovecot) return;
  await smtp[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

const startedWithMail = (more: Readonly<Record<string, string>> = {}) =>
  startedService({
    settings: {
      INEWS_MAIL_ADDRESS: mailUser,
      INEWS_MAIL_IMAP_HOST: '127.0.0.1',
      INEWS_MAIL_IMAP_PORT: String(mailbox.port),
      INEWS_MAIL_SMTP_HOST: '127.0.0.1',
      INEWS_MAIL_SMTP_PORT: String(smtp.port),
      INEWS_MAIL_OWN_DOMAINS: 'council.example',
      ...more,
    },
    mailSeams: { trusted: loopbackCertificate().cert, token: async () => mailToken, everySeconds: 0.3 },
  });

/** The letter to `address` that says it. */
const letterTo = (address: string, saying: string) =>
  until(`a letter to ${address} saying “${saying}”`, () =>
    smtp.letters.find(({ to, mail }) => to === address && mail.text?.includes(saying)),
  );

(hasDovecot ? describe : describe.skip)('an idea sent by e-mail', () => {
  test('enters the queue; its sender is asked, answers by reply and hears the decision, all by e-mail', async () => {
    await using started = await startedWithMail();
    const { channel, tess } = await innovationTeam(started.teams);
    const ann = 'ann.sample@council.example';
    await mailbox.receives(
      sampleMail({
        subject: 'Fwd: Sample idea: one form',
        text: 'Sample text. One form instead of three.\n\nKind regards,\nAnn Sample',
      }),
    );
    const card = await channel.as(tess).messageSaying('Sample idea: one form');
    expect(card.text()).toContain(`By Ann Sample (${ann}), by e-mail`);
    expect(card.text()).toContain('One form instead of three.');
    expect(card.text()).not.toContain('Kind regards');
    expect(card.text()).not.toContain('From outside');
    const receipt = await letterTo(ann, 'Your reference is');
    expect(receipt.mail.subject).toMatch(/^\[[2-9A-Z]{6}\] Thank you, we have it: Sample idea: one form$/u);

    const ask = (await card.card.press('Ask a question')).card;
    ask.fill({ 'Your question': 'Which three forms are they?' });
    await ask.press('Send question');
    const question = await letterTo(ann, 'Which three forms are they?');
    expect(question.mail.text).toContain('To answer, reply to this e-mail');

    await mailbox.receives(
      sampleMail({
        subject: `Re: ${question.mail.subject}`,
        text: 'Housing, council tax and parking.\n\nOn Tue, 3 Mar 2026 at 10:00, iNews wrote:\n> Which three forms are they?',
        headers: { 'In-Reply-To': question.mail.messageId ?? '' },
      }),
    );
    await channel
      .as(tess)
      .until('the answer on the card', () =>
        card.text().includes('Housing, council tax and parking.') ? true : undefined,
      );

    const decide = (await card.card.press('Decide')).card;
    decide.fill({ Decision: 'Accept for trial', Reason: 'Sample reason: try it for three months.' });
    await decide.press('Decide');
    const decision = await letterTo(ann, 'Sample reason: try it for three months.');
    expect(decision.mail.subject).toContain('Your idea goes on trial');

    // The question is answered: what comes now is not lost, and its sender is told.
    await mailbox.receives(sampleMail({ subject: `Re: ${decision.mail.subject}`, text: 'Thank you!' }));
    await letterTo(ann, 'No question about this is open now');
    const { documents } = await started.store.query(submissions, started.teams.tenantId, { limit: 10 });
    expect(documents).toHaveLength(1);
  });

  test('from outside is welcome and marked, with the names of its files, and only its own sender can answer', async () => {
    await using started = await startedWithMail();
    const { channel, tess } = await innovationTeam(started.teams);
    const boundary = [
      '--b',
      'Content-Type: text/plain',
      '',
      'See the plan.',
      '--b',
      'Content-Type: application/pdf; name=plan.pdf',
      'Content-Disposition: attachment; filename=plan.pdf',
      '',
      'x',
      '--b--',
    ].join('\n');
    await mailbox.receives(
      sampleMail({
        from: 'Rita Sample <rita@neighbours.example>',
        subject: 'Sample idea from a neighbour',
        headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
        text: boundary,
      }),
    );
    const card = await channel.as(tess).messageSaying('Sample idea from a neighbour');
    expect(card.text()).toContain('From outside the organisation');
    expect(card.text()).toContain('Attached, kept in the mailbox only: plan.pdf.');
    const receipt = await letterTo('rita@neighbours.example', 'Your reference is');

    await mailbox.receives(
      sampleMail({
        from: 'Eve Sample <eve@elsewhere.example>',
        subject: `Re: ${receipt.mail.subject}`,
        text: 'Sample words of another person.',
      }),
    );
    const other = await channel.as(tess).messageSaying('By Eve Sample (eve@elsewhere.example), by e-mail');
    expect(other.text()).toContain('Sample words of another person.');
    expect(card.text()).not.toContain('Sample words of another person.');
  });

  test('over the limit waits unread, and an answering machine is neither an idea nor answered', async () => {
    await using started = await startedWithMail({ INEWS_MAIL_PER_SENDER: '1' });
    const { channel, tess } = await innovationTeam(started.teams);
    const ben = 'Ben Sample <ben.sample@council.example>';
    const machine = 'Machine <machine@elsewhere.example>';
    await mailbox.receives(sampleMail({ from: ben, subject: 'Sample idea one of Ben' }));
    await mailbox.receives(sampleMail({ from: ben, subject: 'Sample idea two of Ben' }));
    await mailbox.receives(
      sampleMail({ from: machine, subject: 'I am away', headers: { 'Auto-Submitted': 'auto-replied' } }),
    );
    await mailbox.receives(
      sampleMail({ from: 'Cas Sample <cas@council.example>', subject: 'Sample idea of Cas' }),
    );
    await channel.as(tess).messageSaying('Sample idea one of Ben');
    await channel.as(tess).messageSaying('Sample idea of Cas');
    await letterTo('cas@council.example', 'Your reference is');
    const lies = await mailbox.lies();
    const flagsOf = (subject: string) => lies.find(({ source }) => source.includes(subject))?.flags;
    expect(flagsOf('Sample idea two of Ben')).toEqual([]);
    expect(flagsOf('I am away')).toEqual(['\\Seen']);
    expect(smtp.letters.map(({ to }) => to)).not.toContain('machine@elsewhere.example');
    const { documents } = await started.store.query(submissions, started.teams.tenantId, { limit: 10 });
    expect(documents.map(({ body }) => body.title).toSorted()).toEqual([
      'Sample idea of Cas',
      'Sample idea one of Ben',
    ]);
  });
});
