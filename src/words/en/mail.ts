export const mailWords = {
  'mail.noSubject': 'Sent by e-mail without a subject',
  'mail.subject': '[{reference}] {heading}: {title}',
  'mail.received': 'Thank you, we have it',
  'mail.received.next':
    'Your reference is {reference}. The innovation team looks at it by {acknowledge} and decides by {decide}. You hear of each step by e-mail.',
  'mail.received.asRead': 'This is what the team reads:',
  'mail.received.cut':
    'Your e-mail was longer than {max, number} characters, so the end is left out. The team can read all of it in the mailbox.',
  'mail.received.attachments': 'Files stay in the mailbox, where the team can open them: {names}.',
  'mail.answer': 'To answer, reply to this e-mail and leave the reference in the subject as it is.',
  'mail.notAsked': 'No question is open',
  'mail.notAsked.text':
    'Thank you for writing. No question about this is open now, so your e-mail was not added to it. The team can read it in the mailbox. To share something new, write a new e-mail without the reference.',
  'mail.footer': 'iNews, the innovation team’s service for ideas · {title} · {reference}',
} as const;
