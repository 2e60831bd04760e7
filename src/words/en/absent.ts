/** Colleagues who are away or gone, and what becomes of what they have. */
export const absentWords = {
  'command.away.phrases': 'away | i am away | out of office',
  'command.away.line': 'Say until when you are away: the team is reminded meanwhile',

  'dialog.triage.away.title': 'I am away',
  'dialog.triage.route.title': 'Who new ideas go to',

  'absent.away': '{name} is away until {date}',
  'absent.left': '{name} is no longer in the innovation team',
  'absent.unreachable': 'Teams cannot reach {name}',
  'absent.has':
    '{n, plural, one {One submission is still with them.} other {# submissions are still with them.}}',
  'absent.heading': 'Colleagues who are away or gone',
  'absent.more': '{n, plural, one {And one more colleague} other {And # more colleagues}}',
  'absent.see': 'See them',
  'absent.handOver': 'Hand over',
  'absent.takeOver': 'Take it over',
  'absent.handOverAll': 'Hand over all they have',
  'absent.ask': '{who}. Who takes it over?',
  'absent.meanwhile': 'Meanwhile it has gone to {name}. Nothing has been changed.',
  'absent.meanwhileNobody': 'It stands differently now. Nothing has been changed.',

  'away.heading': 'Until when are you away?',
  'away.hint': 'Until then the innovation team is reminded in your place. What you have stays with you.',
  'away.label': 'The day you are back',
  'away.save': 'Save',
  'away.wrong': 'Please choose a day ahead, at most a year from now.',
  'away.unclear':
    'Say the day you are back, such as “away until friday” or “away until 3 December”. When you are back, say “away off”.',
  'away.until': '{name} is away until {date}',
  'away.until.text':
    'The innovation team is reminded meanwhile, and a colleague may take over. From that day reminders come again by themselves.',
  'away.here': '{name} is there',
  'away.here.text': 'Reminders come as usual.',
  'away.choose': 'I am away',
  'away.change': 'Another day',
  'away.back': 'I am back',

  'triage.route.heading': 'Who new ideas go to',
  'triage.route.all': 'Ideas of every service without a channel of its own',
  'triage.route.of': 'Ideas for {service}',
  'triage.route.hint':
    'Each new idea is given to them at once; the first is asked first. Leave it empty and whoever comes first takes it.',
  'triage.route.label': 'People of the innovation team',
  'triage.route.choose': 'Choose who new ones go to',
  'triage.route.owners': 'New ones go to {names}.',
  'triage.route.nobody': 'New ones go to whoever comes first.',
  'triage.route.missing': 'There is no such channel for ideas that you decide on. Nothing has been changed.',
  'triage.route.meanwhile':
    'Meanwhile {name} has chosen. {line} Nothing of yours has been saved. Press save once more if yours should stand instead.',

  'handedOver.heading': '{by} has handed over to you what {from} had',
  'handedOver.done': 'What {from} had has gone to {to}',
  'handedOver.text': '{n, plural, =0 {Nothing was left.} one {It is one idea.} other {They are #.}}',
  'handedOver.see': 'See them',
} as const;
