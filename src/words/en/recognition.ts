export const recognitionWords = {
  'command.thanks.phrases': 'thanks | thank',
  'command.thanks.line': 'Whether people are thanked here for ideas that were adopted',
  'dialog.thanks.choose.title': 'Where may we thank you?',
  'dialog.triage.thanks.title': 'Say thank you',

  'thanks.ask':
    'May we thank you for it by name, to leaders and in channels that you or the innovation team choose? You can take that back at any time.',
  'thanks.agree': 'Yes, thank me by name',
  'thanks.takeBack': 'Do not name me',
  'thanks.consent.heading': 'Thanks by name',
  'thanks.consent.yes':
    'You agreed to be thanked by name for “{title}”. Leaders read it in their next monthly card, and the digest names you where it tells of it.',
  'thanks.consent.no':
    'You are not thanked by name for “{title}”. What was posted with your name is redrawn without it.',
  'thanks.consent.places':
    '{n, plural, =0 {No channel has been chosen yet.} one {It is said in one channel.} other {It is said in # channels.}}',
  'thanks.consent.summary': 'Thanks by name for “{title}”',
  'thanks.choose': 'Choose channels',
  'thanks.story': 'How it stands',
  'thanks.missing':
    'There is nothing here to be thanked for by name: it must be adopted, and shared under your name.',

  'thanks.form.heading': 'Where is thank you said?',
  'thanks.form.heading.team': 'Say thank you in channels',
  'thanks.form.about': '“{title}”, by {name}',
  'thanks.form.channels': 'Channels',
  'thanks.form.channelsMissing': 'Please choose at least one channel.',
  'thanks.form.channelGone': 'One of these channels takes no thanks any more. Please choose again.',
  'thanks.form.send': 'Say thank you there',
  'thanks.form.cancel': 'Cancel',
  'thanks.form.none':
    'No further channel takes thanks now. A channel that has a digest does, or one in which somebody says “thanks here”.',
  'thanks.form.done':
    '{n, plural, one {Thank you is said in one channel.} other {Thank you is said in # channels.}}',
  'thanks.form.takenBack': 'The author does not wish to be named, so nothing was posted.',
  'thanks.form.later': 'Nothing was posted.',
  'triage.card.thank': 'Say thank you',

  'thanks.here':
    'People whose ideas are adopted, and who agree to it, may now be thanked here. “thanks off” ends that.',
  'thanks.off': 'Nobody is thanked here any more.',
  'thanks.status.yes':
    'People whose ideas are adopted, and who agree to it, may be thanked here. “thanks off” ends that.',
  'thanks.status.digest':
    'People whose ideas are adopted, and who agree to it, may be thanked here, because there is a digest here. “thanks off” ends that.',
  'thanks.status.no': 'Nobody is thanked here. “thanks here” changes that.',
  'thanks.notUnderstood': 'I know “thanks here”, “thanks off” and “thanks”. Nothing has been changed.',

  'thanks.card.heading': 'Thank you, {name}',
  'thanks.card.headingUnnamed': 'An idea is adopted',
  'thanks.card.idea': 'This idea is adopted: it becomes part of how we work.',
  'thanks.card.barrier': 'This barrier is taken away: it was told of, and something was changed.',
  'thanks.card.read': 'Read it',
  'thanks.card.share': 'Share an idea',
} as const;
