export const auditWords = {
  'command.audit.phrases': 'audit | systems audit | controls',
  'command.audit.line': 'Which controls stop good work, and what was changed',
  'command.leaders.phrases': 'leaders',
  'command.leaders.line':
    'The monthly card for leaders: which controls stop most, what was changed, whom to thank',
  'dialog.audit.answer.title': 'Answer for your control',
  'dialog.audit.change.title': 'You said, we changed',

  'audit.at.none': 'No control named',
  'audit.heading': 'What stops good work',
  'audit.summary':
    'What stops good work: {barriers, plural, =0 {no barrier stands} one {# barrier stands} other {# barriers stand}}',
  'audit.total':
    '{barriers, plural, =0 {No barrier stands.} one {# barrier stands.} other {# barriers stand.}}',
  'audit.empty':
    'Nobody has told of a rule or system that stops good work. Whoever meets one shares it as a barrier: two boxes, “A barrier” under “What is it?”.',
  'audit.cost':
    '{counted, plural, =0 {Nobody has put a figure to what that costs.} one {{barriers, plural, one {Its author puts the cost} other {One author puts the cost of theirs}} at about {hours, number} {hours, plural, one {hour} other {hours}} of work a month.} other {Their authors put the cost at about {hours, number} {hours, plural, one {hour} other {hours}} of work a month ({counted, number} of {barriers, number} say so).}}',
  'audit.line':
    '{barriers, plural, =0 {No barrier stands} one {# barrier} other {# barriers}}{counted, plural, =0 {} other { · about {hours, number} {hours, plural, one {hour} other {hours}} a month{barriers, plural, one {} other { ({counted, number} of {barriers, number} {counted, plural, one {says} other {say}} so)}}}}',
  'audit.owner': 'Owner: {name}',
  'audit.owner.lost':
    'Owner: {name}, who cannot be reached in Teams: they have left, or removed iNews. Whoever runs iNews names another (INEWS_CONTROL_OWNERS).',
  'audit.owner.unset': 'No owner is set',
  'audit.owner.unknown': 'Its owner has not used iNews yet and cannot be asked',
  'audit.asked': '{name} was asked on {date} and has not answered yet',
  'audit.asked.unreachable': '{name} was asked on {date} and could not be reached in Teams',
  'audit.stance.looking': 'We are looking into it',
  'audit.stance.changed': 'We have changed it',
  'audit.stance.stays': 'It has to stay as it is',
  'audit.answered': '{name} on {date}: {stance}',
  'audit.changed.heading': 'You said, we changed',
  'audit.changed.line': '{control} · {date} · {n, plural, one {# barrier} other {# barriers}}',
  'audit.open': 'Open',
  'audit.back': 'All controls',
  'audit.ask': 'Ask the owner',
  'audit.change': 'Mark what was changed',
  'audit.older': 'Older',
  'audit.newest': 'Newest',
  'audit.control.summary': '{control}: what it stops',
  'audit.barrier.meta': '{reference} · {state} · {by}',
  'audit.barrier.hours': ' · about {hours, number} {hours, plural, one {hour} other {hours}} a month',
  'audit.barrier.unnamed': 'not named',
  'audit.ask.inPeace':
    '{name} was asked on {date}. No barrier has come since: they are not asked again within a week, nor once they have answered.',
  'audit.ask.done': '{name} is asked in their own chat with iNews.',

  'audit.owner.heading': 'What stops good work: {control}',
  'audit.owner.intro':
    'You own this control. {barriers, plural, one {# barrier stands} other {# barriers stand}} at it. What can be done?',
  'audit.owner.hidden':
    '{n, plural, one {One more is} other {# more are}} for the innovation team’s eyes only.',
  'audit.owner.answer': 'Answer',
  'audit.owner.notYours':
    'This control is not yours any more, so there is nothing for you to answer. Thank you all the same.',
  'audit.owner.none': 'No barrier stands at this control now. There is nothing to answer.',
  'audit.answer.heading': 'What can be done?',
  'audit.answer.stance': 'What becomes of it?',
  'audit.answer.stanceMissing': 'Please choose what becomes of it.',
  'audit.answer.text': 'In your own words',
  'audit.answer.textMissing': 'Please say it in a sentence or two.',
  'audit.answer.who': 'The innovation team and leaders read this with your name.',
  'audit.answer.send': 'Send answer',
  'audit.answer.thanks':
    'Thank you. The innovation team has your answer. Where something is changed it confirms that, and the authors are told in your words.',
  'audit.answer.later': 'Nothing was sent. The question stays open in this chat.',
  'audit.told.open': 'Open the control',
  'audit.told.heading': 'An owner has answered: {control}',

  'audit.answer.barriers': 'If you changed it: which of these has that ended?',
  'audit.told.confirm': 'Confirm and tell the authors',
  'audit.change.said':
    '{name} says that this is changed. Left as they are, the words go out in that name; changed, in yours.',

  'audit.change.heading': 'You said, we changed',
  'audit.change.what': 'What was changed? The authors read this',
  'audit.change.whatMissing': 'Please say what was changed.',
  'audit.change.barriers': 'Which barriers has it ended?',
  'audit.change.barriersMissing': 'Please choose at least one barrier.',
  'audit.change.barriersGone':
    'These barriers do not stand any more: somebody has decided on them meanwhile. Please choose again.',
  'audit.change.newest': 'The newest {n} can be marked here; more once these are marked.',
  'audit.change.own': 'Your own barriers are left out: a colleague marks those.',
  'audit.change.none': 'No barrier stands here that you can mark.',
  'audit.change.meanwhile':
    '{name} has marked these already: “{what}” Nothing is lost: what you wrote is still here.',
  'audit.change.save': 'Tell the authors',
  'audit.cancel': 'Cancel',

  'leaders.here':
    'From next month on the card for leaders comes here on the first working day of each month. “leaders” shows what it would say now, “leaders off” stops it.',
  'leaders.here.already': 'The card for leaders comes here already, on the first working day of each month.',
  'leaders.off': 'The card for leaders comes here no more.',
  'leaders.off.already': 'The card for leaders does not come here.',
  'leaders.nothing':
    'There is nothing to say: no barrier stands, nothing was changed and nobody is to be thanked. Then no card is sent either.',
  'leaders.nothingLeft': 'Nothing of this is left to say.',
  'leaders.notUnderstood': 'I know “leaders here”, “leaders off” and “leaders”. Nothing has been changed.',
  'leaders.heading': 'For leaders: making space for innovation',
  'leaders.summary': 'For leaders: what stops good work, what was changed, whom to thank',
  'leaders.asOf': '{month} · as it stands on {date}',
  'leaders.controls': 'The controls that stop most',
  'leaders.moreControls': '{n, plural, one {One more control stops} other {# more controls stop}} something.',
  'leaders.thanks': 'Thank you',
  'leaders.thanks.line': '{name}, whose {kind} is adopted:',
  'leaders.thanks.more': '{n, plural, one {and one more} other {and # more}}',
} as const;
