/** What becomes of a submission after its decision: trials, benefits, waking, joining, reopening. */
export const lifecycleWords = {
  'triage.state.reported': 'Adopted, benefits reported',
  'triage.state.merged': 'Merged into another',

  'ideas.next.reported': 'It is part of how we work, and you can read what it has brought. Thank you.',
  'ideas.next.merged': 'The other idea goes on for both. You follow it, so you hear what becomes of it.',
  'ideas.next.wakes': 'It waits for a better moment and comes back by itself on {date}.',
  'ideas.next.benefits': 'It becomes part of how we work. What it has brought is reported by {date}.',
  'ideas.next.trialEnds':
    'It is being tried until {date}. Then the innovation team says whether it is adopted.',

  'ideas.card.credits': 'Together with ideas of {names}',
  'ideas.trial.line': '{lead} leads it until {date}. What is measured: {measure}',
  'ideas.trial.lineUnmeasured': '{lead} leads it until {date}.',
  'ideas.benefits.cashable': 'Saved: £{pounds, number} a year',
  'ideas.benefits.confidence.low': 'This is a first guess.',
  'ideas.benefits.confidence.medium': 'This is a fair estimate.',
  'ideas.benefits.confidence.high': 'This has been measured.',

  'ideas.step.wakes': 'It comes back by itself on {date}.',
  'ideas.step.assigned': '{names} of the innovation team {n, plural, one {looks} other {look}} after it now.',
  'ideas.step.reopened': '{name} has taken it up again:',
  'ideas.step.woken': 'Its time has come: the innovation team looks at it again.',
  'ideas.step.merged': '{name} has joined it with “{title}” ({into}):',
  'ideas.step.absorbed': '“{title}” was joined with it, and its supporters came along.',
  'ideas.step.trialPlanned': 'The trial has a plan:',
  'ideas.step.stopped': 'The trial has ended, and it is not taken on. {name} writes what was learnt:',
  'ideas.step.checkInAsked': 'Half of the trial is over: its lead was asked how it goes.',
  'ideas.step.checkedIn': '{name} tells how the trial goes:',
  'ideas.step.verdictAsked': 'The trial has ended: the innovation team was asked for its verdict.',
  'ideas.step.extended': 'The trial goes on until {date}. What was learnt so far:',
  'ideas.step.benefitsAsked': 'The innovation team was asked what it has brought.',
  'ideas.step.benefitsReported': 'What it has brought:',
  'ideas.step.redacted': '{name} has removed words that should not stand here:',

  'ideas.news.assigned': 'Somebody is looking at your idea',
  'ideas.news.reopened': 'Your idea is taken up again',
  'ideas.news.merged': 'Your idea goes on together with another',
  'ideas.news.stopped': 'The trial of your idea has ended',
  'ideas.news.extended': 'The trial of your idea goes on',
  'ideas.news.benefitsReported': 'What your idea has brought',
} as const;
