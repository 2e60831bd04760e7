export const botWords = {
  'dialog.idea.share.title': 'Share an idea',
  'dialog.idea.answer.title': 'Answer the question',
  'dialog.ideas.filter.title': 'My ideas',
  'dialog.idea.edit.title': 'Edit your idea',
  'dialog.idea.withdraw.title': 'Withdraw your idea',
  'dialog.idea.link.title': 'Add a link',
  'dialog.idea.askAgain.title': 'Ask again',
  'dialog.idea.byCode.title': 'Use a reply code',
  'dialog.idea.answerByCode.title': 'Your idea',
  'dialog.feedback.reply.title': 'Reply to feedback',
  'dialog.feedback.change.title': 'Mark as changed',
  'dialog.idea.comment.title': 'Comment',
  'dialog.feedback.give.title': 'Give feedback',
  'dialog.digest.subscribe.title': 'Get a digest',
  'dialog.digest.code.title': 'Confirm your e-mail address',
  'dialog.triage.decide.title': 'Decide',
  'dialog.triage.ask.title': 'Ask the author a question',
  'dialog.triage.subjects.title': 'Correct theme and topics',

  'bot.refused.innovationTeam': 'Only the innovation team can do this. Nothing has been changed.',
  'bot.refused.administrator': 'Only an administrator of iNews can do this. Nothing has been changed.',
  'bot.refused.roster':
    'I could not check just now whether you are in the innovation team, because Teams did not answer. Nothing has been changed. Please try again in a moment.',
  'bot.where.personal':
    'This is for your eyes only, so I show it in our own chat: open iNews under Apps and say “{phrase}” there.',
  'bot.where.private': 'This is for your eyes only. Please open iNews under Apps and do it in our own chat.',
  'bot.where.shared': 'This works in a channel or a group chat. Say “{phrase}” there.',
  'bot.where.channel': 'This works in a channel of a team. Mention me there and say “{phrase}”.',
  'bot.unreadable':
    'This card is from an earlier version or has been changed, so I cannot use it. Say “help” and start from there.',
  'bot.failed.form':
    'Something went wrong on our side and it was not sent. What you typed is still here: please try again.',
  'bot.slow.form':
    'This is taking longer than usual. What you typed is still here. Press send again in a moment: it will not arrive twice.',
  'bot.file.personal': 'Files work in our own chat alone: open iNews under Apps and do it there.',
  'bot.file.below': 'The file is offered below, in this chat.',
  'bot.file.failed': 'The file could not be put into your OneDrive. Please ask for it once more in a moment.',
  'bot.failed': 'Sorry, something went wrong on our side. Please try again in a moment.',
  'bot.slow': 'This is taking longer than usual. Please try again in a moment: pressing twice does no harm.',
} as const;
