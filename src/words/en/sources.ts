export const sourceWords = {
  'command.sources.phrases': 'sources | source | feeds',
  'command.sources.line': 'See and change the sources that articles come from',

  'dialog.source.add.title': 'Add a source',
  'dialog.source.interval.title': 'How often it is read',

  'sources.list.heading': 'Sources of articles',
  'sources.list.none':
    'iNews follows no source yet. Add one by its address or from the suggested ones: you see its newest articles before it is added.',
  'sources.list.count':
    '{count, plural, one {One source} other {# sources}}, {failing, plural, =0 {all well} one {one is failing} other {# are failing}}.',
  'sources.list.open': 'Open',
  'sources.list.add': 'Add a source',
  'sources.list.next': 'Next',
  'sources.list.previous': 'Previous',
  'sources.list.summary': 'Sources of articles: {count, number}',

  'sources.state.working': 'Working',
  'sources.state.waiting': 'Not read yet',
  'sources.state.paused': 'Paused by {name}',
  'sources.state.failing': 'Failing since {date}',
  'sources.news':
    '{count, plural, =0 {Nothing new in 30 days} one {One new article in 30 days} other {# new articles in 30 days}}',
  'sources.item': '{host} · {news}',

  'sources.one.added': 'Added by {name} on {date}.',
  'sources.one.set': 'Named in the settings of the service: an operator removes it there.',
  'sources.one.plain': 'It is read over http, so what it says can be changed on the way.',
  'sources.one.every': 'Read {every}.',
  'sources.one.success': 'Last read well: {when}.',
  'sources.one.noSuccess': 'It was never read well yet.',
  'sources.one.fault': 'Last fault: {when}. {what}',
  'sources.one.next': 'Next: {when}, or when you press “Read it now”.',
  'sources.one.read': 'Read it now',
  'sources.one.pause': 'Pause',
  'sources.one.resume': 'Go on reading',
  'sources.one.interval': 'How often',
  'sources.one.remove': 'Remove',
  'sources.one.back': 'All sources',
  'sources.one.gone': 'This source is not followed any more. Say “sources” to see those that are.',

  'sources.every.15': 'every 15 minutes',
  'sources.every.60': 'every hour',
  'sources.every.360': 'every six hours',
  'sources.every.1440': 'once a day',
  'sources.every.other': '{minutes, plural, one {every minute} other {every # minutes}}',

  'sources.interval.heading': 'How often is it read?',
  'sources.interval.label': 'Read it',
  'sources.interval.note':
    'A source is only asked whether anything changed, so this costs its publisher little.',
  'sources.interval.wrong': 'Please choose how often.',
  'sources.interval.save': 'Save',

  'sources.remove.heading': 'Remove this source?',
  'sources.remove.text':
    'iNews stops reading it. Its articles stay. To stop for a while only, pause it instead.',
  'sources.remove.yes': 'Remove it',
  'sources.remove.no': 'Keep it',
  'sources.removed': '{name} is removed. Its articles stay.',

  'sources.add.heading': 'Add a source',
  'sources.add.text': 'You see its newest articles first; nothing is added yet.',
  'sources.add.address': 'Address of a feed, or of a page that links to one',
  'sources.add.placeholder': 'https://',
  'sources.add.suggested': 'Or one of the suggested sources',
  'sources.add.suggestedNone': 'None of these',
  'sources.add.missing': 'Please give an address, or choose one of the suggested sources.',
  'sources.add.wrong': 'This does not look like a web address. It should start with https://',
  'sources.add.try': 'Try it',
  'sources.add.cancel': 'Cancel',
  'sources.add.cancelled': 'Nothing was added. Say “sources” to see those that are followed.',

  'sources.trial.heading': 'Look at it first',
  'sources.trial.reading': 'It is still being read. This can take up to a minute with a slow source.',
  'sources.trial.again': 'Look again',
  'sources.trial.failed': 'It could not be read, so nothing was added.',
  'sources.trial.linked': 'Found on the page you gave: {address}',
  'sources.trial.found':
    '{count, plural, =0 {It has no articles just now.} one {It has one article.} other {Its newest of # articles, as they would look:}}',
  'sources.trial.unusable':
    '{count, plural, one {One entry says nothing we could show and is left out.} other {# entries say nothing we could show and are left out.}}',
  'sources.trial.add': 'Add this source',
  'sources.trial.other': 'Try another',
  'sources.trial.followed': 'iNews follows this source already.',
  'sources.trial.gone':
    'This trial is over a day old and forgotten. Say “sources” and try the address again.',
  'sources.trial.summary': 'A source to look at',

  'sources.fault.addressRefused':
    'Its address is not one we read from: it must start with https:// and hold no name or password.',
  'sources.fault.notPublic': 'Its address leads into a private network, which iNews never enters.',
  'sources.fault.unreachable': 'Its server gave no answer.',
  'sources.fault.tooSlow': 'It took longer than 15 seconds.',
  'sources.fault.refusedByServer': 'Its server refused to give it.',
  'sources.fault.tooManyRedirects': 'It sends its readers on more than three times.',
  'sources.fault.tooLarge': 'It is larger than 5 MB.',
  'sources.fault.wrongType': 'It is a file of another kind, not a feed.',
  'sources.fault.unsafe':
    'It declares a document type or entities, which can be used to harm, so it is not read.',
  'sources.fault.tooHard': 'It took too long to read: it is made up in too intricate a way.',
  'sources.fault.notAFeed': 'What is there is not a feed, or is damaged.',
  'sources.fault.noFeedLinked':
    'This page names no feed. Look on the site for “RSS” or “feed” and give that address.',
  'sources.fault.detail': '{what} (Code: {detail})',

  'sources.failing.heading': 'A source has failed for three days',
  'sources.failing.text': '{name} could not be read since {date}. {what}',
  'sources.failing.note': 'iNews goes on trying once a day and says this only once.',
  'sources.failing.open': 'Look at it',
  'sources.failing.summary': '{name} has failed for three days',
} as const;
