import { actions, dialogs } from '../../src/bot/verbs.ts';
import { english } from '../../src/words/en/english.ts';
import { type JsonObject, objectIn, textIn } from '../teams/simulator/json.ts';
import { markdownOf, objectsWithin, stringsWithin } from './templates.ts';

/** Where a template breaks the laws that every template keeps; each fault names the element and what to do. */
export function templateFaults(template: JsonObject): readonly string[] {
  const nodes = [...objectsWithin(template)];
  return [
    ...markdownOf(template)
      .filter((text) => text.includes('${'))
      .map((text) => `data in text that is read as markdown: '${text}'; show it by a TextRun`),
    ...[...stringsWithin(template)].flatMap(wordFaults),
    ...nodes.flatMap(plainEnglish),
    ...nodes.flatMap(missingParts),
    ...nodes.flatMap(buttonFaults),
    ...formFaults(template, nodes),
  ];
}

function wordFaults(text: string): string[] {
  return [...text.matchAll(/%\{([^}]*)\}/gu)].flatMap(([, key = '']) => {
    if (!Object.hasOwn(english, key)) return [`no words stand under '${key}'`];
    const words = Object.entries(english).find(([name]) => name === key)?.[1] ?? '';
    return words.includes('{') ? [`the words of '${key}' take values: make the sentence in cards.ts`] : [];
  });
}

const readByPeople = ['text', 'title', 'label', 'placeholder', 'altText', 'errorMessage', 'fallbackText'];

function plainEnglish(node: JsonObject): string[] {
  return readByPeople
    .map((property) => textIn(node, property).replaceAll(/[%$]\{[^}]*\}/gu, ''))
    .filter((rest) => /\p{L}/u.test(rest))
    .map((rest) => `'${rest}' stands in the template: take it from the words`);
}

function missingParts(node: JsonObject): string[] {
  const type = textIn(node, 'type');
  const id = textIn(node, 'id');
  if (type === 'TextBlock' && node.wrap !== true)
    return [`the TextBlock '${textIn(node, 'text')}' does not wrap`];
  if (type === 'Image' && !textIn(node, 'altText'))
    return [`the image '${textIn(node, 'url')}' has no altText`];
  if (!type.startsWith('Input.')) return [];
  return [
    ...(textIn(node, 'label') ? [] : [`the input '${id}' has no label`]),
    ...(id ? [] : ['an input has no id']),
  ];
}

const actionTypes = ['Action.Execute', 'Action.OpenUrl', 'Action.ToggleVisibility', 'Action.ShowCard'];

function buttonFaults(node: JsonObject): string[] {
  const type = textIn(node, 'type');
  if (!type.startsWith('Action.')) return [];
  const title = textIn(node, 'title');
  if (!actionTypes.includes(type))
    return [`the button '${title}' is a ${type}: write it in the neutral form`];
  return type === 'Action.Execute' ? pressFaults(title, node) : [];
}

function pressFaults(title: string, button: JsonObject): string[] {
  const data = objectIn(button, 'data');
  // An action that is opened shows its answer in a dialog.
  const acts = button.verb === 'act' || (button.verb === 'open' && textIn(data, 'action') !== '');
  const known = acts ? actions : dialogs;
  const name = textIn(data, acts ? 'action' : 'dialog');
  const faults = Object.hasOwn(known, name)
    ? []
    : [`the button '${title}' names '${name}', which verbs.ts does not know`];
  switch (button.verb) {
    case 'act':
    case 'open':
      return faults;
    case 'submit':
      return textIn(data, 'form') ? faults : [...faults, `the button '${title}' submits without its form id`];
    case 'cancel':
      return button.associatedInputs === 'none'
        ? faults
        : [...faults, `the button '${title}' cancels and takes inputs along`];
    default:
      return [`the button '${title}' has the verb '${textIn(button, 'verb')}'`];
  }
}

/** A form says at each input what is wrong with it, gives back what was typed, and has no two inputs of one id. */
function formFaults(template: JsonObject, nodes: readonly JsonObject[]): string[] {
  if (!nodes.some((node) => node.verb === 'submit')) return [];
  const ids = nodes
    .filter((node) => textIn(node, 'type').startsWith('Input.'))
    .map((node) => textIn(node, 'id'));
  const source = JSON.stringify(template);
  return ids.flatMap((id, index) => [
    ...(ids.indexOf(id) < index ? [`two inputs have the id '${id}'`] : []),
    ...(source.includes(`problem.${id}`) ? [] : [`nothing shows problem.${id}`]),
    ...(source.includes(`typed.${id}`) ? [] : [`the input '${id}' does not give back typed.${id}`]),
  ]);
}
