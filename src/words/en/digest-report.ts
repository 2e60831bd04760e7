/** The links of digests that are counted, and what became of each digest. */
export const digestReportWords = {
  'digests.link.title': 'iNews',
  'digests.link.unknown':
    'This address is not complete, so we do not know where it leads. Open the link in the digest again, or say “latest” to iNews in Teams.',
  'digests.link.gone':
    'The editors of iNews have taken this article back since the digest was sent. Say “latest” to iNews in Teams for others.',
  'digests.link.moved': 'You are on your way to the article.',

  'command.digest report.phrases': 'digest report | digest reports',
  'command.digest report.line': 'What became of the digests',

  'digests.reports.heading': 'Digests that were sent',
  'digests.reports.empty':
    'No digest has been sent yet. They begin when somebody says “digest” in a channel.',
  'digests.reports.meta':
    '{at}, to {places, plural, =0 {nobody} one {one place or person} other {# places and people}}',
  'digests.reports.open': 'Open',
  'digests.reports.next': 'Older',
  'digests.reports.start': 'Newest',

  'digests.report.summary': 'What became of the digest “{title}”',
  'digests.report.heading': 'What became of a digest',
  'digests.report.untitled': 'A digest whose content is gone',
  'digests.report.gone': 'This digest is not kept any more. Say “digest report” for those that are.',
  'digests.report.composed': 'Composed on {at}',
  'digests.report.planned':
    '{n, plural, =0 {No message was planned.} one {One message was planned.} other {# messages were planned.}}',
  'digests.report.stillPlanned':
    '{n, plural, =0 {Its messages are being planned.} one {One message so far: more are being planned.} other {# messages so far: more are being planned.}}',
  'digests.report.sent': '{n, plural, =0 {None sent} other {# sent}}',
  'digests.report.waiting': '{n, plural, one {# waits for its turn} other {# wait for their turn}}',
  'digests.report.inDoubt':
    '{n, plural, one {# in doubt: no clear answer came} other {# in doubt: no clear answer came}}',
  'digests.report.failed': '{n, plural, one {# failed} other {# failed}}',
  'digests.report.unreachable':
    '{n, plural, one {# out of reach: it waits until somebody there uses iNews} other {# out of reach: they wait until somebody there uses iNews}}',
  'digests.report.held': '{n, plural, one {# held for an operator} other {# held for an operator}}',
  'digests.report.dropped':
    '{n, plural, one {# not sent: given up, or nothing was left to say} other {# not sent: given up, or nothing was left to say}}',
  'digests.report.reason': '{reason} ({n})',
  'digests.report.last.expected': 'At the usual pace the last will have gone on {at}.',
  'digests.report.last.past': 'The last went on {at}.',
  'digests.report.readers': 'What readers made of it',
  'digests.report.reactions':
    '{n, plural, =0 {No reactions in channels and group chats so far.} one {One reaction in channels and group chats.} other {# reactions in channels and group chats.}}',
  'digests.report.clicks':
    '{n, plural, =0 {Not opened from this digest so far.} one {Opened once from this digest.} other {Opened # times from this digest.}}',
  'digests.report.marks':
    '{useful, plural, =0 {} one {One person finds it useful.} other {# people find it useful.}} {comments, plural, =0 {} one {One comment.} other {# comments.}}',
  'digests.report.unmarked': 'No marks and comments so far.',
  'digests.report.totals':
    'Totals alone: who opened a link or reacted is stored nowhere. Programs that check mail open links too.',
  'digests.report.uncounted': 'Totals alone: who reacted is stored nowhere. Links are not counted here.',
  'digests.report.doubt':
    '{n, plural, one {Whether the message in doubt arrived nobody knows: sent again, it may arrive twice.} other {Whether the # messages in doubt arrived nobody knows: sent again, they may arrive twice.}}',
  'digests.report.sendAgain': 'Send again',
  'digests.report.drop': 'Give up',
  'digests.report.dropSure':
    '{n, plural, one {Give up the message in doubt? It is not sent again.} other {Give up the # messages in doubt? They are not sent again.}}',
  'digests.report.dropYes': 'Yes, give up',
  'digests.report.done.sendAgain':
    '{n, plural, one {One message is sent again.} other {# messages are sent again.}}',
  'digests.report.done.drop':
    '{n, plural, one {One message was given up.} other {# messages were given up.}}',
  'digests.report.meanwhile':
    'Somebody decided on them meanwhile, so nothing was left to do. This is how it stands now.',
  'digests.report.again': 'Count again',
  'digests.report.all': 'All digests',

  'digests.failing.heading': 'Many messages of a digest did not arrive',
  'digests.failing.text':
    '{planned, plural, one {Its only message failed or got no clear answer.} other {{n, number} of # messages failed or got no clear answer.}}',
  'digests.failing.others':
    '{n, plural, one {The same is so of one other digest of these days.} other {The same is so of # other digests of these days.}}',
  'digests.failing.open': 'See what became of it',
} as const;
