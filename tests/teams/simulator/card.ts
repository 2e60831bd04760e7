import { CardInput, type Filling } from './card-input.ts';
import { nameOf, type Part, partsOf, wordsOf } from './card-walk.ts';
import { isObject, type JsonObject, objectIn, textIn } from './json.ts';
import { Outcome } from './outcome.ts';

/** How a pressed button reaches the bot from where the card stands. `data` has the inputs merged in. */
export interface Hand {
  submit(action: JsonObject, data: JsonObject, times: number): Promise<Outcome>;
  execute(action: JsonObject, data: JsonObject, times: number): Promise<Outcome>;
}

interface Press {
  /** Which of several buttons of the same name, from 0. */
  readonly nth?: number;
  /** The very same press reaches the bot twice, as after a lost answer. */
  readonly twice?: boolean;
  /** A client that does not know Action.Execute and takes its fallback. */
  readonly oldClient?: boolean;
}

/** A card as a person has it before them: what it says, what can be filled in and pressed. */
export class Card {
  /** What the bot sent. */
  readonly json: JsonObject;
  private readonly hand: Hand;
  private readonly visibility = new Map<string, boolean>();
  private readonly opened = new Set<JsonObject>();
  private readonly filled = new Map<JsonObject, CardInput>();
  private forge: (data: JsonObject) => JsonObject = (data) => data;

  constructor(json: JsonObject, hand: Hand) {
    this.json = json;
    this.hand = hand;
  }

  /** Everything that can be read on it now, in reading order, without the buttons. */
  text(): string {
    return this.parts()
      .filter(({ visible, node }) => visible && !isAction(node))
      .map(({ node }) => (isInput(node) ? `${wordsOf(node)}: ${this.input(node).shown()}` : wordsOf(node)))
      .filter((words) => words !== '')
      .join('\n');
  }

  /** The names of the buttons that can be seen now. */
  buttons(): readonly string[] {
    return this.visibleButtons().map(nameOf);
  }

  /** The labels of the inputs that can be seen now. */
  fields(): readonly string[] {
    return this.visibleInputs().map(({ label }) => label);
  }

  /** What stands in an input, chosen titles for choices. */
  valueOf(label: string): string {
    return this.inputLabelled(label).shown();
  }

  /** Fills inputs in by their labels. Throws for a label that cannot be seen, and for a choice that is not offered. */
  fill(fillings: Readonly<Record<string, Filling>>): this {
    for (const [label, filling] of Object.entries(fillings)) this.inputLabelled(label).fill(filling);
    return this;
  }

  /** A hostile client: the data of the next presses is changed on its way. */
  tamper(forge: (data: JsonObject) => JsonObject): this {
    this.forge = forge;
    return this;
  }

  /**
   * Presses a button that can be seen, by its name. The client's own checks come first: what they find is a refusal.
   * Throws when there is no such button.
   */
  async press(name: string, how: Press = {}): Promise<Outcome> {
    const button = this.button(name, how.nth);
    const problems = this.problemsFor(button);
    if (Object.keys(problems).length > 0) return Outcome.refused(problems);
    return this.act(button, how);
  }

  /** Presses without the client's checks, as a hostile client would. */
  pressAnyway(name: string, how: Press = {}): Promise<Outcome> {
    return this.act(this.button(name, how.nth), how);
  }

  private async act(button: Part, { twice = false, oldClient = false }: Press): Promise<Outcome> {
    const action = oldClient ? fallbackOf(button.node) : button.node;
    const times = twice ? 2 : 1;
    switch (action.type) {
      case 'Action.ToggleVisibility':
        this.toggle(action);
        return Outcome.changed(this);
      case 'Action.ShowCard':
        if (!this.opened.delete(action)) this.opened.add(action);
        return Outcome.changed(this);
      case 'Action.OpenUrl':
        return Outcome.link(textIn(action, 'url'));
      case 'Action.Submit':
        return this.hand.submit(action, this.dataFor(button, action), times);
      case 'Action.Execute':
        return this.hand.execute(action, this.dataFor(button, action), times);
      default:
        throw new Error(`Teams knows no action of type '${String(action.type)}'`);
    }
  }

  /** The data of the action with what stands in the inputs beside it, all as text; empty inputs are left out. */
  private dataFor(button: Part, action: JsonObject): JsonObject {
    const inputs = this.inputsFor(button).filter(({ value }) => value !== '');
    return this.forge({
      ...objectIn(action, 'data'),
      ...Object.fromEntries(inputs.map(({ id, value }) => [id, value])),
    });
  }

  private problemsFor(button: Part): Record<string, string> {
    const faults = this.inputsFor(button).map((input) => [input.label, input.problem()] as const);
    return Object.fromEntries(
      faults.flatMap(([label, fault]) => (fault === undefined ? [] : [[label, fault]])),
    );
  }

  /** An action takes along the inputs of its own card and of the cards around it. */
  private inputsFor({ node, cards }: Part): readonly CardInput[] {
    const sends = node.type === 'Action.Submit' || node.type === 'Action.Execute';
    if (!sends || node.associatedInputs === 'none') return [];
    return this.parts()
      .filter((part) => isInput(part.node) && part.cards.every((card) => cards.includes(card)))
      .map((part) => this.input(part.node));
  }

  private toggle(action: JsonObject): void {
    const targets = Array.isArray(action.targetElements) ? action.targetElements : [];
    for (const target of targets) {
      const id = isObject(target) ? textIn(target, 'elementId') : String(target);
      const part = this.parts().find(({ node }) => node.id === id);
      if (!part) throw new Error(`The card toggles '${id}', which is not on it`);
      const now = this.visibility.get(id) ?? part.node.isVisible !== false;
      const wanted = isObject(target) && typeof target.isVisible === 'boolean' ? target.isVisible : !now;
      this.visibility.set(id, wanted);
    }
  }

  private button(name: string, nth?: number): Part {
    const named = this.visibleButtons().filter((button) => nameOf(button) === name);
    const found = named[nth ?? 0];
    if (!found)
      throw new Error(`No button '${name}'${nth ? ` number ${nth}` : ''} can be seen. ${this.describe()}`);
    if (named.length > 1 && nth === undefined)
      throw new Error(`${named.length} buttons are named '${name}': say which by nth. ${this.describe()}`);
    return found;
  }

  private inputLabelled(label: string): CardInput {
    const input = this.visibleInputs().find((one) => one.label === label);
    if (!input) throw new Error(`No input '${label}' can be seen. ${this.describe()}`);
    return input;
  }

  private describe(): string {
    return `The card has the buttons [${this.buttons().join(' | ')}], the inputs [${this.fields().join(' | ')}] and says:\n${this.text()}`;
  }

  private visibleButtons(): readonly Part[] {
    return this.parts().filter(({ visible, node }) => visible && isAction(node) && node.isEnabled !== false);
  }

  private visibleInputs(): readonly CardInput[] {
    return this.parts()
      .filter(({ visible, node }) => visible && isInput(node))
      .map(({ node }) => this.input(node));
  }

  private input(node: JsonObject): CardInput {
    const input = this.filled.get(node) ?? new CardInput(node);
    this.filled.set(node, input);
    return input;
  }

  private parts(): readonly Part[] {
    return [...partsOf(this.json, { visibility: this.visibility, opened: this.opened })];
  }
}

const isAction = (node: JsonObject): boolean => textIn(node, 'type').startsWith('Action.');

const isInput = (node: JsonObject): boolean => textIn(node, 'type').startsWith('Input.');

function fallbackOf(action: JsonObject): JsonObject {
  if (action.type !== 'Action.Execute') return action;
  if (!isObject(action.fallback)) throw new Error('An old client drops this button: it has no fallback');
  return action.fallback;
}
