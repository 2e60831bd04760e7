export const kindWords = {
  'dialog.kinds.find.title': 'Which kind is it?',
  'dialog.idea.keepKind.title': 'Keep the kind on an idea',

  'command.kinds.phrases': 'kinds | kinds of innovation | which kind is it',
  'command.kinds.line': 'Find the kind of innovation and the support that fits',

  'kinds.heading': 'Kinds of innovation',
  'kinds.intro':
    'How much the work leaves to your own judgement decides which kind fits, and so which support.',
  'kinds.support': 'What helps: {support}.',
  'kinds.find': 'Which kind is it?',
  'kinds.summary': 'Kinds of innovation and the support that fits',

  'kinds.find.discretion.label': 'How much does the work leave to your own judgement?',
  'kinds.find.discretion.little': 'Little: the steps are laid down',
  'kinds.find.discretion.wide': 'Much: each case is judged by those who do the work',
  'kinds.find.discretion.missing': 'Please choose how much the work leaves to your judgement.',
  'kinds.find.reach.label': 'What is it about? Take the first that is true.',
  'kinds.find.reach.rule': 'It removes a rule or system that stops good work',
  'kinds.find.reach.elsewhere': 'It worked elsewhere and we would take it over',
  'kinds.find.reach.platform': 'Others could build on it: data, a tool or a space',
  'kinds.find.reach.across-teams': 'It crosses teams or agencies',
  'kinds.find.reach.one-team': 'It stays within one team',
  'kinds.find.reach.missing': 'Please choose what it is about.',
  'kinds.find.send': 'Show the kind',
  'kinds.cancel': 'Cancel',

  'kinds.found.heading': 'This looks like',
  'kinds.found.support': 'Support that helps',
  'kinds.found.share': 'Share an idea of this kind',
  'kinds.found.keep': 'Keep it on one of my ideas',
  'kinds.found.all': 'All kinds',
  'kinds.found.again': 'Answer again',
  'kinds.found.summary': 'This looks like: {kind}',

  'kinds.keep.heading': 'Keep the kind on an idea',
  'kinds.keep.idea.label': 'Which idea?',
  'kinds.keep.idea.missing': 'Please choose one of your ideas.',
  'kinds.keep.decided': 'This one is not open any more. Please choose another.',
  'kinds.keep.choice': '{title} · {reference}',
  'kinds.keep.send': 'Keep it',
  'kinds.keep.none':
    'None of the ideas under your name is undecided. You can share a new one of this kind instead.',
  'kinds.gone': 'This kind is not in the list any more. Say “kinds” to see those that are there.',

  'ideas.form.ofKind': 'Kind of innovation: {kind}',
  'ideas.step.kindChosen': 'You chose its kind of innovation: {kind}.',
  'triage.card.innovationKind': 'Kind of innovation: {kind}',
  'triage.card.support': 'Support that helps: {support}',
} as const;
