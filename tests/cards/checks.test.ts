import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../teams/simulator/json.ts';
import { cardFaults } from './card-faults.ts';
import { templateFaults } from './template-faults.ts';
import { bound } from './templates.ts';

const card = (...body: readonly JsonObject[]): JsonObject => ({ type: 'AdaptiveCard', version: '1.5', body });
const button = (more: JsonObject) =>
  card({ type: 'ActionSet', actions: [{ type: 'Action.Execute', ...more }] });

describe('a template is refused', () => {
  test.each<[string, JsonObject, string]>([
    [
      'with data in markdown',
      card({ type: 'TextBlock', text: bound('title'), wrap: true }),
      'read as markdown',
    ],
    [
      'with data in facts',
      card({ type: 'FactSet', facts: [{ title: bound('a'), value: '' }] }),
      'read as markdown',
    ],
    [
      'with unknown words',
      card({ type: 'TextBlock', text: '%{no.such}', wrap: true }),
      "no words stand under 'no.such'",
    ],
    ['with English in it', card({ type: 'TextBlock', text: 'Hello', wrap: true }), 'take it from the words'],
    ['without wrapping', card({ type: 'TextBlock', text: '' }), 'does not wrap'],
    ['with an input without a label', card({ type: 'Input.Text', id: 'a' }), "the input 'a' has no label"],
    ['with an image without words', card({ type: 'Image', url: 'x' }), 'has no altText'],
    ['with an unknown dialog', button({ verb: 'open', data: { dialog: 'no.such' } }), "names 'no.such'"],
    ['with an unknown action', button({ verb: 'act', data: { action: 'idea.share' } }), "names 'idea.share'"],
    ['with a made-up verb', button({ verb: 'jump', data: { dialog: 'idea.share' } }), "has the verb 'jump'"],
    [
      'with a form without an id',
      button({ verb: 'submit', data: { dialog: 'idea.share' } }),
      'without its form id',
    ],
    [
      'with a cancel that sends',
      button({ verb: 'cancel', data: { dialog: 'idea.share' } }),
      'takes inputs along',
    ],
    [
      'with a button of Teams',
      card({ type: 'ActionSet', actions: [{ type: 'Action.Submit' }] }),
      'write it in the neutral form',
    ],
    [
      'with a form that swallows what is wrong',
      card(
        { type: 'Input.Text', id: 'a', label: bound('l') },
        { type: 'ActionSet', actions: [{ type: 'Action.Execute', verb: 'submit' }] },
      ),
      'nothing shows problem.a',
    ],
  ])('%s', (_, template, fault) => {
    expect(templateFaults(template)).toContainEqual(expect.stringContaining(fault));
  });
});

describe('a card is refused', () => {
  test.each<[string, JsonObject, string]>([
    ['with an element nobody knows', card({ type: 'Nothing' }), 'Unknown element type'],
    [
      'with a value nobody knows',
      card({ type: 'TextBlock', text: 'x', size: 'Gigantic' }),
      'Invalid value "Gigantic"',
    ],
    ['with pale words', card({ type: 'TextBlock', text: 'x', color: 'Good' }), 'too pale'],
    ['with data left over', card({ type: 'TextBlock', text: bound('title') }), 'is left over'],
    ['with a script behind a button', button({ type: 'Action.OpenUrl', url: 'javascript:1' }), 'opens'],
    [
      'with seven buttons',
      card({ type: 'ActionSet', actions: Array(7).fill({ type: 'Action.Execute' }) }),
      'stand together',
    ],
    ['beyond the size', card({ type: 'TextBlock', text: 'x'.repeat(28 * 1024) }), 'bytes'],
  ])('%s', (_, sent, fault) => {
    expect(cardFaults(sent)).toContainEqual(expect.stringContaining(fault));
  });
});
