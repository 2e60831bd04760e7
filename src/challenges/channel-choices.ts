import type { KnownChannel } from '../people/channels.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { Words } from '../words/words.ts';
import { mostChannels } from './model.ts';

const longestName = 60;

/** The channels that can be chosen, as people know them, the first sixty by their names. */
export function channelChoices(words: Words, channels: readonly KnownChannel[]) {
  const named = channels.map((channel) => ({ id: channel.id, name: nameOf(words, channel) }));
  const byName = new Intl.Collator(words.locale, { numeric: true });
  const choices = named.sort((a, b) => byName.compare(a.name, b.name)).slice(0, mostChannels);
  return { choices, all: channels.length };
}

function nameOf(words: Words, { placeId, teamId, name, team }: KnownChannel): string {
  const general = placeId === teamId ? words.say('challenges.form.channel.general') : '';
  const unnamed = words.say('challenges.form.channel.unnamed', {
    end: placeId.split('@')[0]?.slice(-6) ?? '',
  });
  const both = words.say('challenges.form.channel', {
    team: team || words.say('challenges.form.team.unnamed'),
    channel: name || general || unnamed,
  });
  return cutAtWord(both, longestName);
}
