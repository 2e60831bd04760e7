export const exchangeWords = {
  'command.export.phrases': 'export',
  'command.export.line': 'Get all submissions as a spreadsheet, or say “export json”',
  'command.import.phrases': 'import',
  'command.import.line': 'Bring in the ideas of a spreadsheet: send it here as a CSV file',
  'dialog.import.match.title': 'Which column is what',

  'exchange.export.offer':
    'The submissions you asked for. Authors who are not named to everybody are left out.',
  'queue.export': 'Export these',

  'exchange.import.how':
    'Save the spreadsheet as a CSV file and send it to me here, in our own chat. I ask you which column is what and show you what I read before anything is brought in. Nothing is sent to old authors.',
  'exchange.import.notAll': 'Only those who decide on the ideas of all services can bring in a spreadsheet.',
  'exchange.import.tooLarge': 'This file is too large. Please send it in parts of at most 20 MB.',
  'exchange.import.unreadable':
    'I could not fetch this file from Teams. Please send it once more in a moment.',
  'exchange.import.notCsv':
    'I cannot read this file. Please save the spreadsheet as CSV, UTF-8 if it is offered, and send that.',
  'exchange.import.empty': 'There is nothing below the headings in this file.',
  'exchange.import.tooMany': 'This file has more than {most, number} rows. Please send it in parts.',
  'exchange.import.gone': 'This spreadsheet is not here any more. Please send it once more.',
  'exchange.import.started':
    'I am bringing it in, which takes some minutes for a long list. I tell you here when it is done.',
  'exchange.import.read': '{file}: {n, plural, one {one row} other {{n, number} rows}}',
  'exchange.import.headings': 'Columns: {headings}',
  'exchange.import.column': 'Column {n}',
  'exchange.import.next': 'Say which column is what',

  'exchange.match.heading': 'Which column is what',
  'exchange.match.note':
    'Rows become ideas that the innovation team alone sees. Nobody is told, and nothing is posted.',
  'exchange.match.title': 'The idea in a line',
  'exchange.match.change': 'What would change, and why',
  'exchange.match.benefit': 'What would be better',
  'exchange.match.service': 'Service area',
  'exchange.match.state': 'Where it stands',
  'exchange.match.date': 'When it was shared',
  'exchange.match.author': 'Who shared it',
  'exchange.match.reason': 'Why it was decided so',
  'exchange.match.kind': 'Idea or barrier',
  'exchange.match.control': 'Of a barrier: what stops the work',
  'exchange.match.stops': 'Of a barrier: what it stops',
  'exchange.match.hours': 'Of a barrier: hours lost in a month',
  'exchange.match.pounds': 'Of an adopted one: pounds saved a year',
  'exchange.match.better': 'Of an adopted one: what else is better',
  'exchange.match.confidence': 'Of an adopted one: how sure that is',
  'exchange.match.none': 'No column',
  'exchange.match.titleMissing': 'Please choose the column that says the idea in a line.',
  'exchange.match.twice': 'One column cannot be two things. Please choose another for one of them.',
  'exchange.match.look': 'Look at it first',

  'exchange.preview.heading': 'What I read',
  'exchange.preview.good':
    '{n, plural, =0 {No row can be brought in as it is.} one {One row can be brought in.} other {{n, number} rows can be brought in.}}',
  'exchange.preview.first': 'The first of them',
  'exchange.preview.start': '{n, plural, one {Bring it in} other {Bring them in}}',
  'exchange.preview.again': 'Change the columns',
  'exchange.faults':
    '{n, plural, one {One row is left out. Mend it and send the file again: what is here already stays as it is.} other {{n, number} rows are left out. Mend them and send the file again: what is here already stays as it is.}}',
  'exchange.fault': 'Row {row}: {what}',
  'exchange.fault.titleMissing': 'there is no idea in it',
  'exchange.fault.changeTooLong': 'the text is longer than 2,000 characters ({text})',
  'exchange.fault.benefitTooLong': 'the benefit is longer than 1,000 characters ({text})',
  'exchange.fault.unknownService': 'there is no service area “{text}”',
  'exchange.fault.unknownState': 'I do not know where “{text}” stands',
  'exchange.fault.badDate': '“{text}” is no date in the past, such as 2/3/2026',

  'exchange.fault.unknownKind': '“{text}” is neither an idea nor a barrier',
  'exchange.fault.unknownControl': 'there is no control “{text}” in the systems audit',
  'exchange.fault.badHours': '“{text}” is no number of hours, such as 12',
  'exchange.fault.badPounds': '“{text}” is no amount of pounds, such as 12,000',
  'exchange.fault.unknownConfidence': '“{text}” does not say how sure it is: low, medium or high',
  'exchange.fault.noteTooLong': 'one of its texts is longer than 1,000 characters ({text})',

  'exchange.imported.heading': 'Your spreadsheet is brought in',
  'exchange.imported.taken':
    '{n, plural, =0 {Nothing new was in it.} one {One idea is new here.} other {{n, number} ideas are new here.}}',
  'exchange.imported.known':
    '{n, plural, one {One was here already and stays as it is.} other {{n, number} were here already and stay as they are.}}',

  'exchange.import.guess.title': 'title|idea|suggestion|subject|headline|name of idea',
  'exchange.import.guess.change': 'change|description|details|detail|text|summary',
  'exchange.import.guess.benefit': 'benefit|benefits|saving|savings|impact',
  'exchange.import.guess.service': 'service|service area|directorate|department',
  'exchange.import.guess.state': 'state|status|stage|outcome|decision',
  'exchange.import.guess.date': 'date|received|created|submitted|when',
  'exchange.import.guess.author': 'author|submitted by|by|who|name|suggested by',

  'exchange.import.guess.reason': 'reason|decision reason|rationale|why decided',
  'exchange.import.guess.kind': 'kind|idea or barrier',
  'exchange.import.guess.control': 'control|blocked by',
  'exchange.import.guess.stops': 'stops|what it stops',
  'exchange.import.guess.hours': 'hoursamonth|hours a month|hours per month|hours lost|hours',
  'exchange.import.guess.pounds': 'poundsayear|pounds a year|annual saving|cashable',
  'exchange.import.guess.better': 'otherbenefits|other benefits|what is better',
  'exchange.import.guess.confidence': 'confidence|how sure',

  'exchange.import.kind.idea': 'idea|suggestion',
  'exchange.import.kind.barrier': 'barrier|obstacle|blocker',
  'exchange.import.confidence.low': 'low|guess|a first guess',
  'exchange.import.confidence.medium': 'medium|estimate|a fair estimate',
  'exchange.import.confidence.high': 'high|measured',

  'exchange.import.state.received': 'new|received|open|submitted|logged',
  'exchange.import.state.inReview':
    'in review|inreview|question|being looked at|under review|in progress|reviewing',
  'exchange.import.state.trial': 'trial|on trial|pilot|accepted for trial|piloting',
  'exchange.import.state.reported': 'reported|benefits reported',
  'exchange.import.state.adopted': 'adopted|implemented|done|accepted|approved|complete|completed',
  'exchange.import.state.parked': 'parked|not now|on hold|later|deferred',
  'exchange.import.state.declined': 'declined|rejected|refused|closed|no',
  'exchange.import.state.withdrawn': 'withdrawn|cancelled',

  'triage.card.by.imported':
    '{name, select, none {From a spreadsheet, brought in by {importer}} other {From a spreadsheet: {name}. Brought in by {importer}}}{reason, select, none {} other {. Reason given then: {reason}}}',
} as const;
