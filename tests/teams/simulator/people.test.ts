import { describe, expect, test } from '@jest/globals';
import { startBotDouble } from './bot-double.ts';
import { objectIn } from './json.ts';
import { startTeams } from './teams.ts';

describe('what people do reaches the bot as Teams tells it', () => {
  test('a message in the 1:1 chat says who, in which tenant and where to answer', async () => {
    await using bot = await startBotDouble();
    await using teams = (await startTeams()).connect(bot.address);
    const ann = teams.person('Sample Ann');
    await ann.says('hi');
    expect(bot.heard).toEqual([
      expect.objectContaining({
        type: 'message',
        text: 'hi',
        channelId: 'msteams',
        serviceUrl: teams.connector.serviceUrl,
        from: { id: ann.entry.teamsId, name: 'Sample Ann', aadObjectId: ann.objectId },
        conversation: { conversationType: 'personal', tenantId: teams.tenantId, id: ann.chat.id },
        channelData: { tenant: { id: teams.tenantId } },
      }),
    ]);
  });

  test('a message in a channel reaches it only as a mention, and names team, channel and thread', async () => {
    await using bot = await startBotDouble();
    await using teams = (await startTeams()).connect(bot.address);
    const ann = teams.person('Sample Ann');
    const channel = teams.team('Sample team').with(ann).channel('Ideas');
    await channel.as(ann).says('just chatting', { mention: false });
    expect(bot.heard).toEqual([]);
    await channel.as(ann).says('triage here');
    const [heard] = bot.heard;
    expect(heard).toMatchObject({
      text: '<at>iNews</at> triage here',
      entities: [
        { type: 'mention', text: '<at>iNews</at>', mentioned: { id: teams.bot.id } },
        { type: 'clientInfo' },
      ],
      conversation: { conversationType: 'channel', id: `${channel.id};messageid=${String(heard?.id)}` },
      channelData: { team: { id: expect.any(String) }, channel: { id: channel.id } },
    });
  });

  test('nobody speaks where they do not belong', async () => {
    await using teams = await startTeams();
    const channel = teams.team('Sample team').channel('Ideas');
    await expect(channel.as(teams.person('Sample Eve')).says('hi')).rejects.toThrow(
      'not in this conversation',
    );
  });

  test('installing is told twice over, leaving once', async () => {
    await using bot = await startBotDouble();
    await using teams = (await startTeams()).connect(bot.address);
    const ann = teams.person('Sample Ann');
    await ann.installs();
    await ann.uninstalls();
    expect(bot.heard.map(({ type, action }) => [type, action])).toEqual([
      ['installationUpdate', 'add'],
      ['conversationUpdate', undefined],
      ['installationUpdate', 'remove'],
    ]);
  });

  test('a message that is delivered twice is the very same twice', async () => {
    await using bot = await startBotDouble();
    await using teams = (await startTeams()).connect(bot.address);
    await teams.person('Sample Ann').says('hi', { twice: true });
    expect(bot.heard).toHaveLength(2);
    expect(bot.heard[1]).toEqual(bot.heard[0]);
  });

  test('what becomes of a team and its channels is told by the team, whichever channel it is about', async () => {
    await using bot = await startBotDouble();
    await using teams = (await startTeams()).connect(bot.address);
    const [ann, ben] = [teams.person('Sample Ann'), teams.person('Sample Ben')];
    const team = teams.team('Sample team');
    const channel = team.channel('Ideas');
    await team.installs(ann);
    await team.joins(ben);
    await team.leaves(ben);
    await team.renames(ann, channel, 'Better ideas');
    await team.deletesChannel(ann, channel);
    await team.deletes(ann);
    expect(bot.heard.map((one) => one.action ?? objectIn(one, 'channelData').eventType)).toEqual([
      'add',
      'teamMemberAdded',
      'teamMemberAdded',
      'teamMemberRemoved',
      'channelRenamed',
      'channelDeleted',
      'teamDeleted',
    ]);
    expect(bot.heard[4]).toMatchObject({
      conversation: { id: team.entry.id },
      channelData: { channel: { id: channel.id, name: 'Better ideas' } },
    });
  });

  test('a group chat is told of as such, and mentions the bot', async () => {
    await using bot = await startBotDouble();
    await using teams = (await startTeams()).connect(bot.address);
    const [ann, ben] = [teams.person('Sample Ann'), teams.person('Sample Ben')];
    const chat = teams.groupChat(ann, ben);
    await chat.installs(ann);
    await chat.as(ben).says('latest');
    expect(bot.heard.at(-1)).toMatchObject({
      text: '<at>iNews</at> latest',
      conversation: { conversationType: 'groupChat', isGroup: true, id: chat.entry.id },
    });
  });
});
