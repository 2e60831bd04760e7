/** Ideas that come out of conversations, and what goes into them. */
export const captureWords = {
  'ideas.form.fromMessage':
    'From a message of {author}. The innovation team sees who wrote it and where, unless you ask not to be named at all: then neither is kept.',
  'ideas.form.fromMessageOfNobody':
    'From a message. The innovation team sees where it stands, unless you ask not to be named at all.',
  'triage.card.fromMessage': 'Shared from a message of {author}',
  'triage.card.fromMessageOfNobody': 'Shared from a message',
  'triage.card.message': 'Open the message',

  'help.extension':
    'On any message, choose Share as idea under More actions to send it to the innovation team.',
  'help.mail': 'You can also send an idea by e-mail, to {address}.',

  'ideas.receipt.other': 'Open that idea',

  'ideas.draft.heading': 'You left a form unfinished',
  'ideas.draft.left': 'It was not sent. You were asked about it on {date}.',
  'ideas.draft.note': 'Only you can see it. It is kept for 30 days.',
  'ideas.draft.goOn': 'Go on with it',
  'ideas.draft.afresh': 'Start afresh',

  'search.find.nothing': 'I found nothing about this. Try fewer or other words.',
  'search.find.idea': '{kind} · {state} · {by}',
  'search.find.article': 'Article · {source} · {date}',

  'ideas.found.open': 'See and comment',
  'reading.found.open': 'Read here',
  'reading.found.source': 'Open the source',
} as const;
