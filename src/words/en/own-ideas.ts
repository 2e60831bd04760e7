/** What authors read about what they shared: under their name, or by the reply code. */
export const ownIdeaWords = {
  'ideas.next.received': 'The innovation team looks at it by {acknowledge} and decides by {decide}.',
  'ideas.next.inReview': 'The innovation team decides by {decide}. You hear of it in your chat with iNews.',
  'ideas.next.question':
    'The innovation team waits for your answer and then decides, by {decide} if it comes soon.',
  'ideas.next.trial': 'It is being tried. Afterwards the innovation team says whether it is adopted.',
  'ideas.next.adopted': 'Nothing more is to be decided: it becomes part of how we work. Thank you.',
  'ideas.next.parked': 'It waits for a better moment. The innovation team can take it up again at any time.',
  'ideas.next.declined': 'It is closed. If there is something new, you can ask again.',
  'ideas.next.declinedAnonymous': 'It is closed. If there is something new, please share it as a new idea.',
  'ideas.next.withdrawn': 'It is closed. If you change your mind, please share it as a new idea.',
  'ideas.next.published':
    'It is published, and everybody finds it by “projects”. At each milestone you are asked how it goes.',
  'ideas.next.ended': 'It has ended. Thank you for sharing it.',
  'ideas.next.toPublish': 'The innovation team publishes it or asks you something, by {decide}.',
  'ideas.next.late':
    'A decision was due by {decide}. It is late, and we are sorry. The innovation team can see that.',

  'ideas.mine.state.label': 'Show',
  'ideas.mine.state.any': 'All of them',
  'ideas.mine.state.show': 'Show',
  'ideas.mine.emptyState': 'None of yours is in this state now.',

  'ideas.story.edit': 'Edit',
  'ideas.story.link': 'Add a link',
  'ideas.story.withdraw': 'Withdraw',
  'ideas.story.askAgain': 'Ask again',

  'ideas.edit.heading': 'Edit your idea',
  'ideas.edit.note': 'The innovation team sees that it was edited, and what it said before.',
  'ideas.edit.save': 'Save',
  'ideas.edit.decided':
    'It was decided while you wrote, so it cannot be edited any more. What you wrote is still here if you want to keep it.',
  'ideas.edit.tooOften': 'It has been edited {max, number} times, which is the most there can be.',
  'ideas.edit.meanwhile':
    'You edited it from somewhere else after this form was opened. Press save once more if what stands here should take the place of that.',

  'ideas.withdraw.heading': 'Withdraw your idea',
  'ideas.withdraw.note': 'It is closed for good, and the innovation team sees that you withdrew it.',
  'ideas.withdraw.reason.label': 'Why? You need not say.',
  'ideas.withdraw.send': 'Withdraw it',
  'ideas.withdraw.decided':
    'It is not withdrawn, because {name} has decided on it already: {decision}. What you wrote is still here if you want to keep it.',

  'ideas.link.heading': 'Add a link',
  'ideas.link.label': 'Link',
  'ideas.link.send': 'Add it',
  'ideas.link.tooMany': 'There are {max, number} links already, which is the most there can be.',

  'ideas.askAgain.heading': 'Ask again',
  'ideas.askAgain.label': 'What is new?',
  'ideas.askAgain.placeholder': 'What has changed, or what was not known then',
  'ideas.askAgain.missing': 'Please say in a sentence what is new.',
  'ideas.askAgain.send': 'Ask again',
  'ideas.askAgain.notDeclined':
    'It is not declined any more, so there is nothing to ask again. What you wrote is still here if you want to keep it.',

  'ideas.code.heading': 'Read what was said about your idea',
  'ideas.code.text':
    'For an idea that you shared without your name: type its reply code into the box that opens. Please do not type it into this chat, which keeps what is written.',
  'ideas.code.open': 'Type the reply code',
  'ideas.code.label': 'Reply code',
  'ideas.code.placeholder': 'XXXX-XXXX-XXXX',
  'ideas.code.note': 'Nothing is noted of who opens or answers an idea.',
  'ideas.code.missing': 'Please type the reply code from your receipt.',
  'ideas.code.send': 'Open',
  'ideas.code.wrong': 'No idea has this code. Please compare it with your receipt.',
  'ideas.code.tooMany':
    'These were five wrong codes within an hour, so no more can be tried for now. Please come back in an hour.',
} as const;
