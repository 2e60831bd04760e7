export const todayWords = {
  'command.today.phrases': 'today | worklist | my work',
  'command.today.line': 'See what waits for you today',

  'today.heading': 'What waits for you today',
  'today.empty': 'Nothing waits for you today. A good moment for a cup of tea.',
  'today.summary':
    '{n, plural, =0 {Nothing waits for you today} one {One waits for you today} other {# wait for you today}}',
  'today.more': '{n, plural, one {And one more} other {And # more}}',
  'today.all': 'All that wait',
  'today.section.answered':
    '{n, plural, one {Its author has answered} other {Their authors have answered: #}}',
  'today.section.overdue': '{n, plural, other {Overdue: #}}',
  'today.section.verdict': '{n, plural, other {Trials that have ended: #}}',
  'today.section.checkIn': '{n, plural, other {Trials to check in with: #}}',
  'today.section.benefits': '{n, plural, other {Benefits to report: #}}',
  'today.section.dueSoon': '{n, plural, other {Due soon: #}}',
  'today.section.wokenUp': '{n, plural, other {Come back from “not now”: #}}',
  'today.section.unowned': '{n, plural, other {New, and nobody has it: #}}',
  'today.section.wakesSoon': '{n, plural, other {Come back soon: #}}',
  'today.lostLeads': 'Trials without anybody to ask',
  'today.lostLead': '{name} leads it and cannot be reached in Teams',
  'today.nameLead': 'Name another lead',
  'today.verdict': 'The trial ended on {date}',
  'today.checkIn': 'The trial ends on {date}',
  'today.benefits': 'Due on {date}',
  'today.wakes': 'Comes back on {date}',
} as const;
