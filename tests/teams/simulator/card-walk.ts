import { isObject, type JsonObject, objectsIn, textIn } from './json.ts';

/** What a person did to a card so far: shown or hidden elements by id, and opened Action.ShowCards. */
export interface CardView {
  readonly visibility: ReadonlyMap<string, boolean>;
  readonly opened: ReadonlySet<JsonObject>;
}

/** An element or action of a card. */
export interface Part {
  readonly node: JsonObject;
  readonly visible: boolean;
  /** The card and the shown cards it stands in, outermost first. */
  readonly cards: readonly JsonObject[];
  /** The element it is the selectAction of. */
  readonly carrier?: JsonObject;
}

const childLists = ['body', 'items', 'columns', 'rows', 'cells', 'images', 'actions'];

/** Every element and action of a card, in reading order, the hidden ones too. */
export function* partsOf(card: JsonObject, view: CardView): Generator<Part> {
  yield* within(card, { node: card, visible: true, cards: [card] }, view);
}

function* within(node: JsonObject, parent: Part, view: CardView): Generator<Part> {
  for (const list of childLists) {
    for (const child of objectsIn(node, list)) yield* part(child, parent, view);
  }
  for (const run of objectsIn(node, 'inlines')) yield* selectAction(run, parent, view);
  yield* selectAction(node, parent, view);
}

function* part(node: JsonObject, parent: Part, view: CardView): Generator<Part> {
  const shown = view.visibility.get(textIn(node, 'id')) ?? node.isVisible !== false;
  const self: Part = { node, visible: parent.visible && shown, cards: parent.cards };
  yield self;
  if (node.type === 'Action.ShowCard' && isObject(node.card)) {
    const visible = self.visible && view.opened.has(node);
    yield* within(node.card, { node: node.card, visible, cards: [...parent.cards, node.card] }, view);
  } else {
    yield* within(node, self, view);
  }
}

function* selectAction(carrier: JsonObject, parent: Part, view: CardView): Generator<Part> {
  if (!isObject(carrier.selectAction)) return;
  for (const found of part(carrier.selectAction, parent, view)) yield { ...found, carrier };
}

/** The words an element shows of itself, without those of its children. */
export function wordsOf(node: JsonObject): string {
  switch (node.type) {
    case 'TextBlock':
      return textIn(node, 'text');
    case 'RichTextBlock':
      return runsOf(node).join('');
    case 'FactSet':
      return objectsIn(node, 'facts')
        .map((fact) => `${textIn(fact, 'title')}: ${textIn(fact, 'value')}`)
        .join('\n');
    case 'Input.Toggle':
      return [textIn(node, 'label'), textIn(node, 'title')].filter(Boolean).join(': ');
    default:
      return textIn(node, 'label');
  }
}

function runsOf(node: JsonObject): readonly string[] {
  const inlines = Array.isArray(node.inlines) ? node.inlines : [];
  return inlines.map((inline) => (isObject(inline) ? textIn(inline, 'text') : String(inline)));
}

/** The name of a button as a person would say it: its title, or the words of what is pressed. */
export function nameOf({ node, carrier }: Part): string {
  return textIn(node, 'title') || (carrier && (wordsOf(carrier) || textIn(carrier, 'text'))) || '';
}
