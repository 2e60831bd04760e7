export const digestWords = {
  // What people say after "digest", each with other ways to say it.
  'digests.said.daily': 'daily | day | days | weekday | weekdays',
  'digests.said.weekly': 'weekly | week',
  'digests.said.monthly': 'monthly | month',
  'digests.said.monday': 'monday | mondays | mon',
  'digests.said.tuesday': 'tuesday | tuesdays | tues | tue',
  'digests.said.wednesday': 'wednesday | wednesdays | weds | wed',
  'digests.said.thursday': 'thursday | thursdays | thurs | thur | thu',
  'digests.said.friday': 'friday | fridays | fri',
  'digests.said.saturday': 'saturday | saturdays | sat',
  'digests.said.sunday': 'sunday | sundays | sun',
  'digests.said.lastDay': 'last day | last',
  'digests.said.noon': 'noon | midday',
  'digests.said.filler': "at | on | every | each | the | of | a | and | please | o’clock | o''clock",
  'digests.said.off': 'off | stop | end | cancel | unsubscribe | none | never',
  'digests.said.on': 'on | start | begin | subscribe | yes',
  'digests.said.now': 'now | right now | today | send now | post now',

  'digests.weekday.monday': 'Monday',
  'digests.weekday.tuesday': 'Tuesday',
  'digests.weekday.wednesday': 'Wednesday',
  'digests.weekday.thursday': 'Thursday',
  'digests.weekday.friday': 'Friday',
  'digests.weekday.saturday': 'Saturday',
  'digests.weekday.sunday': 'Sunday',

  'digests.schedule.daily': 'every weekday (Monday to Friday, bank holidays too) at {time}',
  'digests.schedule.weekly': 'every {weekday} at {time}',
  'digests.schedule.monthly':
    'every month on the {day, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} at {time}',
  'digests.schedule.monthlyOrLast':
    'every month on the {day, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}, or the last day of a shorter month, at {time}',
  'digests.schedule.monthEnd': 'on the last day of every month at {time}',

  'digests.posted': 'Here it comes: I am posting the digest now.',
  'digests.nothingNew':
    'There is nothing new, so I have posted nothing: no article has been added since the last digest here. Say “latest” to read earlier ones.',
  'digests.notHere': 'A digest is for a channel or a group chat. Say “digest” there and I will set it up.',
  'digests.notUnderstood':
    'I did not understand when the digest should come. Nothing has been changed. You can say, for example: “digest weekly tuesday 10:00”, “digest daily 9:30”, “digest monthly 1 10am”, “digest now”, “digest off”, or only “digest” to see what is set up here.',

  'digests.subscription.title': 'Digest',
  'digests.subscription.on': 'A digest comes here {schedule}.',
  'digests.subscription.next': 'The next one: {date}. When there is nothing new, none is posted.',
  'digests.subscription.first':
    'The first one comes on {date}. After that, none is posted when there is nothing new.',
  'digests.subscription.off': 'The digest is off: none comes here by itself.',
  'digests.subscription.what':
    'A digest brings the newest articles and one Total Place case study, in one message.',
  'digests.subscription.how':
    'Anybody here can change it. Mention me and say, for example, “digest weekly tuesday 10:00”, “digest daily 9:30”, “digest monthly 1 10am”, “digest now” or “digest off”.',
  'digests.subscription.change': 'Change or stop it',
  'digests.subscription.start': 'Set up a digest',

  'digests.form.title': 'Get a digest here',
  'digests.form.what':
    'One message with the newest articles and one Total Place case study, for everybody here. When there is nothing new, none is posted.',
  'digests.form.frequency': 'How often',
  'digests.form.daily': 'Every weekday (Monday to Friday)',
  'digests.form.weekly': 'Every week',
  'digests.form.monthly': 'Every month',
  'digests.form.off': 'Not at all: stop the digest',
  'digests.form.weekday': 'On which weekday, if every week',
  'digests.form.dayOfMonth': 'On which day, if every month',
  'digests.form.dayOrLast': '{day}, or the last day of a shorter month',
  'digests.form.lastDay': 'Last day of the month',
  'digests.form.time': 'At what time',
  'digests.form.save': 'Save',
  'digests.form.cancel': 'Cancel',

  'digests.problem.frequency': 'Choose how often the digest should come.',
  'digests.problem.weekday': 'Choose the weekday on which it should come.',
  'digests.problem.dayOfMonth': 'Choose the day of the month on which it should come.',
  'digests.problem.time': 'Choose the time at which it should come.',

  'digests.edition.title': 'What is new in innovation',
  'digests.edition.due': '{date}. Comes here {schedule}, because somebody here asked for it.',
  'digests.edition.asked': '{date}. Posted because somebody here said “digest now”.',
  'digests.edition.summary':
    '{others, plural, =0 {iNews digest: {title}} one {iNews digest: {title}, and one more article} other {iNews digest: {title}, and # more articles}}',
  'digests.edition.meta': '{source}, {date}',
  'digests.edition.read': 'Read',
  'digests.edition.share': 'Share an idea about this',
  'digests.edition.case': 'Learn from a Total Place pilot',
  'digests.edition.where': '{place} ({region})',
  'digests.edition.source': 'Source: {source}.',
  'digests.edition.fairlySure': 'We are only fairly sure of this figure.',
  'digests.edition.projection':
    'Figures from the pilots are their own projections or claims of the time, not audited results.',
  'digests.edition.more': 'Say “latest” for earlier articles and “cases” for all the pilots.',
  'digests.edition.stop': 'To stop this digest, mention me here and say “digest off”.',
  'digests.edition.change': 'Change or stop this digest',
} as const;
