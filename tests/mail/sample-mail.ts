let count = 0;

interface Wishes {
  readonly from?: string;
  readonly subject?: string | undefined;
  readonly text?: string;
  readonly messageId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An e-mail in plain text as it lies in a mailbox, each with a Message-ID of its own. */
export function sampleMail({
  from = 'Ann Sample <ann.sample@council.example>',
  subject = 'Sample idea: one form',
  text = 'Sample text. One form instead of three, so that residents tell us once.',
  messageId = `<sample-${++count}@council.example>`,
  headers = {},
}: Wishes = {}): string {
  const all = {
    From: from,
    To: 'Ideas <ideas@council.example>',
    ...(subject !== '' && { Subject: subject }),
    Date: 'Tue, 03 Mar 2026 10:00:00 +0000',
    ...(messageId !== '' && { 'Message-ID': messageId }),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', ...text.split('\n'), ''].join('\r\n');
}
