/** Questions that the innovation team puts to many people, for a while. */
export const challengeWords = {
  'command.challenges.phrases': 'challenges | challenge',
  'command.challenges.line': 'See what the innovation team asks for ideas on',

  'dialog.challenge.open.title': 'Open a challenge',
  'dialog.challenge.edit.title': 'Edit the challenge',
  'dialog.challenge.end.title': 'Close or take back',

  'ideas.form.challenge': 'For the challenge “{title}”',
  'ideas.form.late':
    'The challenge “{title}” is not open any more. Please share your idea all the same: it goes to the innovation team and stands on its own.',
  'ideas.form.answer': 'Your answer {n}',
  'ideas.challenge.answers': 'For the challenge “{title}”',
  'ideas.challenge.late':
    'Written for the challenge “{title}”, which was not open any more, so it stands on its own.',

  'challenges.card.kicker': 'Challenge',
  'challenges.card.daysLeft': '{days, plural, =0 {Last day} one {# day left} other {# days left}}',
  'challenges.card.planned': 'Not open yet',
  'challenges.card.closed': 'Closed',
  'challenges.card.takenBack': 'Taken back',
  'challenges.card.until': 'Open until {date} at {time}',
  'challenges.card.from': 'Opens on {from} at {fromTime}, closes on {date} at {time}',
  'challenges.card.closedOn': 'Closed on {date}. Thank you to everybody who took part.',
  'challenges.card.takenBackText':
    'The innovation team has taken this challenge back. Ideas that came in are looked at like any other.',
  'challenges.card.topics': 'Topics: {topics}',
  'challenges.card.asks': 'The form also asks',
  'challenges.card.soFar':
    '{n, plural, =0 {No idea so far that everybody may see} one {# idea so far} other {# ideas so far}}',
  'challenges.card.cameIn':
    '{n, plural, =0 {No idea that everybody may see came in} one {# idea came in} other {# ideas came in}}',
  'challenges.card.forTeam':
    '{n, plural, =0 {For the innovation team: nothing has come in} one {For the innovation team: # idea in all} other {For the innovation team: # ideas in all}} · {channels, plural, one {# channel} other {# channels}}',
  'challenges.card.share': 'Share an idea',
  'challenges.card.edit': 'Edit',
  'challenges.card.end': 'Close or take back',
  'challenges.card.tell': 'Tell what was decided',
  'challenges.card.ideas': 'See the ideas',
  'challenges.card.all': 'All challenges',
  'challenges.card.summary': 'Challenge: {title}',
  'challenges.missing': 'This challenge is not here. Say “challenges” to see those that are.',

  'challenges.news.cameIn': 'What came in',
  'challenges.news.decided': 'What was decided',
  'challenges.news.about': 'Challenge: {title}',
  'challenges.news.by': 'By {name}',
  'challenges.news.byNobody': 'By somebody who asked not to be named',
  'challenges.news.more':
    '{n, plural, one {And one more.} other {And # more.}} Say “ideas” to read those that are open to everybody.',
  'challenges.news.next': 'The innovation team decides on each idea and tells here what became of them.',
  'challenges.news.waiting':
    '{n, plural, one {# is still being looked at} other {# are still being looked at}}; whoever sent it hears of each step.',
  'challenges.news.thanks': 'Thank you to everybody who took part.',
  'challenges.news.nothing': 'There is nothing yet that everybody may read.',
  'challenges.news.count.adopted': '{n, plural, one {# adopted} other {# adopted}}',
  'challenges.news.count.trial': '{n, plural, one {# goes on trial} other {# go on trial}}',
  'challenges.news.count.parked': '{n, plural, one {# not now} other {# not now}}',
  'challenges.news.count.declined': '{n, plural, one {# declined} other {# declined}}',
  'challenges.news.count.published': '{n, plural, one {# project published} other {# projects published}}',
  'challenges.news.count.ended': '{n, plural, one {# project has ended} other {# projects have ended}}',
  'challenges.news.summary': '{heading}: {title}',

  'challenges.list.heading.open': 'Open challenges',
  'challenges.list.heading.past': 'Past challenges',
  'challenges.list.heading.planned': 'Planned challenges',
  'challenges.list.empty.open':
    'No challenge is open now. An idea is welcome at any time, whatever it is about.',
  'challenges.list.empty.past': 'No challenge has closed yet.',
  'challenges.list.empty.planned': 'No challenge is planned.',
  'challenges.list.closedOn': 'Closed on {date}',
  'challenges.list.see': 'See it',
  'challenges.list.next': 'Next',
  'challenges.list.first': 'From the start',
  'challenges.list.open': 'Open challenges',
  'challenges.list.past': 'Past challenges',
  'challenges.list.planned': 'Planned',
  'challenges.list.make': 'Open a challenge',
  'challenges.list.waiting': 'Not decided yet',
  'challenges.list.outcome': 'Decided: {counts}',

  'challenges.form.heading': 'Open a challenge',
  'challenges.form.note':
    'It is posted in the channels you choose, opens on its first day at 9:00 (today at once) and closes on its last day at 17:00.',
  'challenges.form.title.label': 'Question',
  'challenges.form.title.placeholder': 'Such as: how could we send fewer letters?',
  'challenges.form.text.label': 'What it is about, and why you ask',
  'challenges.form.opensOn.label': 'First day',
  'challenges.form.closesOn.label': 'Last day',
  'challenges.form.channels.label': 'Channels',
  'challenges.form.channels.none':
    'I am in no team yet. Add me to a team in Teams first: a challenge is posted in channels.',
  'challenges.form.channels.more': 'Only the first {shown} of {all} channels can be chosen here.',
  'challenges.form.channel': '{team}: {channel}',
  'challenges.form.channel.general': 'General',
  'challenges.form.channel.unnamed': 'Channel ending in {end}',
  'challenges.form.team.unnamed': 'A team',
  'challenges.form.topics.label': 'Topics, three at the most',
  'challenges.form.question.label': 'Your own questions, asked in the form',
  'challenges.form.question1.label': 'Question 1',
  'challenges.form.question2.label': 'Question 2',
  'challenges.form.question3.label': 'Question 3',
  'challenges.form.more': 'Add topics and own questions',
  'challenges.form.send': 'Open it',
  'challenges.form.save': 'Save',
  'challenges.form.cancel': 'Cancel',
  'challenges.form.titleMissing': 'Please write the question in at least three characters.',
  'challenges.form.textMissing': 'Please say in a sentence what it is about.',
  'challenges.form.dateMissing': 'Please choose a day.',
  'challenges.form.opensPast': 'Please choose today or a later day.',
  'challenges.form.closesEarly': 'The last day must not come before the first, and must not be over.',
  'challenges.form.channelsMissing': 'Please choose at least one channel.',
  'challenges.form.channelGone':
    'A channel that you chose cannot be found now, so nothing has been sent. Please look through your choice and press once more.',
  'challenges.form.tooManyTopics': 'Please choose three topics at the most.',
  'challenges.form.tooLong': 'This is too long: at most {max, number} characters.',
  'challenges.form.sentBefore':
    'You have sent this form already. What you wrote since is still here. Press the button once more to open it as a second challenge, or close this.',

  'challenges.edit.heading': 'Edit the challenge',
  'challenges.edit.note':
    'Its cards in the channels change with it. Ideas that came before keep the question that they answered, and your own questions stay.',
  'challenges.edit.meanwhile':
    'Meanwhile somebody else has changed it, so nothing of yours was saved. Press save once more if what stands here should take the place of that.',
  'challenges.edit.over':
    'It is not open any more, so nothing was saved. What you wrote is still here if you want to keep it.',

  'challenges.end.heading': 'Close or take back',
  'challenges.end.label': 'What should happen?',
  'challenges.end.close': 'Close it now, and post what came in',
  'challenges.end.takeBack': 'Take it back, and post nothing',
  'challenges.end.missing': 'Please choose one.',
  'challenges.end.send': 'Do it',
  'challenges.tell.early': 'It can be told once the challenge has closed.',
} as const;
