import { expect, test } from '@jest/globals';
import { tallies } from '../../src/digests/counts/tally.ts';
import { editions } from '../../src/digests/model.ts';
import { articles } from '../../src/reading/model.ts';
import { sampleArticle } from '../reading/sample-articles.ts';
import type { Seat } from '../teams/simulator/seat.ts';
import { until } from '../teams/simulator/until.ts';
import { innovationTeam } from './innovation-team.ts';
import { type Started, startedService } from './started-service.ts';

const publicAddress = 'https://inews.council.example';

/** A channel got a digest of one linked article; its link there, and what gets it in another channel. */
async function aDigest(settings: Readonly<Record<string, string>>) {
  const started = await startedService({ settings });
  const { teams, store } = started;
  const article = sampleArticle(1, {
    publishedAt: '2027-01-01T10:00:00.000Z',
    addedAt: '2026-01-01T10:00:00.000Z',
  });
  await store.createMany(articles, teams.tenantId, [article]);
  const [ann, cat] = [teams.person('Ann Sample'), teams.person('Cat Sample')];
  const team = teams.team('Sample team').with(ann, cat);
  await team.installs(ann);
  const linkIn = async (seat: Seat) => {
    await seat.says('digest now');
    const edition = await seat.messageSaying('What is new in innovation');
    return (await edition.card.press('Read', { nth: 0 })).text();
  };
  const news = await linkIn(team.channel('News').as(ann));
  return { started, article, news, team, cat, linkIn };
}

/** What a browser gets at an address of the service, without going where it leads. */
const opens = ({ service }: Started, address: string, method = 'GET') =>
  fetch(address.replace(publicAddress, `http://127.0.0.1:${service.port}`), { method, redirect: 'manual' });

const clicksOf = async ({ store, teams }: Started) => {
  const { documents } = await store.query(editions, teams.tenantId, { limit: 10 });
  const found = await Promise.all(documents.map(({ id }) => store.get(tallies, teams.tenantId, id)));
  return found.flatMap((tally) => (tally ? [tally.body.clicks] : []));
};

test('links of a digest are counted in total for each digest, whoever opens them, and lead on until the article is taken back', async () => {
  const { started, article, news, team, cat, linkIn } = await aDigest({
    INEWS_PUBLIC_ADDRESS: publicAddress,
  });
  await using _ = started;
  expect(news).toMatch(/^https:\/\/inews\.council\.example\/r\//u);
  const other = await linkIn(team.channel('Other').as(cat));
  expect(other).not.toBe(news);

  for (const address of [news, news, other]) {
    const answer = await opens(started, address);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(article.body.link);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('set-cookie')).toBeNull();
  }
  const looked = await opens(started, news, 'HEAD');
  expect([looked.status, looked.headers.get('location')]).toEqual([302, article.body.link]);
  const forged = await opens(started, `${news.slice(0, -3)}AAA`);
  expect([forged.status, forged.headers.get('location')]).toEqual([404, null]);
  expect(await forged.text()).toContain('This address is not complete');

  const clicks = await until('the clicks', async () => {
    const found = await clicksOf(started);
    return found.length === 2 ? found : undefined;
  });
  expect(clicks).toEqual(expect.arrayContaining([{ [article.id]: 2 }, { [article.id]: 1 }]));

  const { tess } = await innovationTeam(started.teams);
  await tess.says('curate');
  const list = (await tess.chat.messageSaying(article.body.title)).card;
  await (await list.press('Open', { nth: 0 })).card.press('Hide');
  const gone = await until('the page that says so', async () => {
    const answer = await opens(started, news);
    return answer.status === 410 ? answer : undefined;
  });
  expect(await gone.text()).toContain('have taken this article back');
});

test.each([
  ['there is no public address', {}],
  ['they are not to be counted', { INEWS_PUBLIC_ADDRESS: publicAddress, INEWS_COUNT_LINKS: 'no' }],
])('links lead to the articles straight where %s', async (_, settings) => {
  const { started, article, news } = await aDigest(settings);
  await using _started = started;
  expect(news).toBe(article.body.link);
  expect((await opens(started, `${publicAddress}/r/sample`)).status).toBe(404);
});
