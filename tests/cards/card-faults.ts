import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { type JsonObject, objectsIn, textIn } from '../teams/simulator/json.ts';
import { objectsWithin, stringsWithin } from './templates.ts';

// The package's ES modules name one another without file endings, which Node refuses; its bundle runs.
const parser: typeof AdaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

// Elements of Teams' own, which the public parser does not know.
const teamsOwn = ['Chart.Donut', 'Chart.HorizontalBar', 'Chart.VerticalBar', 'Chart.Line', 'Chart.Gauge'];

const mostActions = 6;

// Safe with every Teams client and channel.
const largestCard = 28 * 1024;

/** What is wrong with a card that is ready to be sent. */
export function cardFaults(card: JsonObject): readonly string[] {
  const size = Buffer.byteLength(JSON.stringify(card));
  return [
    ...parserFaults(card),
    ...[...stringsWithin(card)]
      .filter((text) => /[%$]\{/u.test(text))
      .map((text) => `'${text}' is left over: the data does not define it`),
    ...[...objectsWithin(card)].flatMap((node) => [
      ...tooManyActions(node),
      ...badLink(node),
      ...paleText(node),
    ]),
    ...(size > largestCard ? [`it has ${size} bytes, more than ${largestCard}`] : []),
  ];
}

function parserFaults(card: JsonObject): string[] {
  const context = new parser.SerializationContext();
  const parsed = new parser.AdaptiveCard();
  parsed.hostConfig = new parser.HostConfig({ actions: { maxActions: mostActions } });
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const validation = parsed.validateProperties().validationEvents.map((event) => event.message);
  return [...events, ...validation].filter((fault) => !teamsOwn.some((type) => fault.includes(`"${type}"`)));
}

function tooManyActions(node: JsonObject): string[] {
  const count = objectsIn(node, 'actions').length;
  return count > mostActions ? [`${count} actions stand together; Teams shows ${mostActions}`] : [];
}

// Teams' light theme draws them as light green and yellow on white.
const pale = ['Good', 'Warning', 'Light'];

const paleText = (node: JsonObject): string[] =>
  pale.includes(textIn(node, 'color'))
    ? [`'${textIn(node, 'text')}' is too pale to be read: its colour is ${textIn(node, 'color')}`]
    : [];

function badLink(node: JsonObject): string[] {
  if (node.type !== 'Action.OpenUrl') return [];
  const url = textIn(node, 'url');
  const isSafe = URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
  return isSafe ? [] : [`the button '${textIn(node, 'title')}' opens '${url}'`];
}
