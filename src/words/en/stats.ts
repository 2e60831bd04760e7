export const statsWords = {
  'command.triage stats.phrases': 'triage stats | stats | triage numbers',
  'command.triage stats.line': 'See the numbers: flow, speed, themes, adoption, benefits',

  'stats.heading': 'The numbers',
  'stats.counted': 'Counted on {date}',
  'stats.total':
    '{n, plural, =0 {Nothing has been shared yet.} one {# submission in all, {waiting} waiting for a decision.} other {{n, number} submissions in all, {waiting, number} waiting for a decision.}}',
  'stats.decided':
    '{n, plural, =0 {None is decided yet.} other {{n, number} decided: {trial, number} on trial, {adopted, number} adopted, {parked, number} not now, {declined, number} declined.}}',
  'stats.median': 'Half of the decisions came within {days, plural, one {# day} other {# days}}.',
  'stats.noMedian': 'How long decisions take is told after the first.',
  'stats.adoption': 'Adopted: {percent}% of those decided.',
  'stats.benefits':
    'Benefits reported for {n, plural, one {# idea} other {# ideas}}: £{pounds, number} saved a year.',
  'stats.received': 'Received by month',
  'stats.decidedByMonth': 'Decided by month',
  'stats.themes': 'By theme',
  'stats.services': 'By service area',
  'stats.noTheme': 'No theme',
  'stats.noService': 'None named',
  'stats.otherServices': 'All others',
  'stats.line': '{what}: {n, number}',
  'stats.queue': 'All that wait',
} as const;
