import { isObject, type JsonObject, objectsIn, textIn } from './json.ts';

/** What a test may put into an input: choices by their titles, several as a list; a toggle as true or false. */
export type Filling = string | number | boolean | readonly string[];

/** An input of a card with what stands in it, as text, which is how clients send it. */
export class CardInput {
  readonly id: string;
  readonly label: string;
  readonly node: JsonObject;
  value: string;

  constructor(node: JsonObject) {
    this.node = node;
    this.id = textIn(node, 'id');
    this.label = textIn(node, 'label') || textIn(node, 'title');
    const off = node.type === 'Input.Toggle' ? textIn(node, 'valueOff') || 'false' : '';
    this.value = textIn(node, 'value') || off;
  }

  /** Throws when a client would offer no way to put that in. */
  fill(filling: Filling): void {
    if (this.node.type === 'Input.Toggle') {
      if (typeof filling !== 'boolean') throw new Error(`'${this.label}' is a toggle: fill in true or false`);
      this.value = textIn(this.node, filling ? 'valueOn' : 'valueOff') || String(filling);
    } else if (this.node.type === 'Input.ChoiceSet') {
      this.value = this.chosen(Array.isArray(filling) ? filling.map(String) : [String(filling)]);
    } else {
      this.value = String(filling);
    }
  }

  private chosen(titles: readonly string[]): string {
    if (titles.length > 1 && this.node.isMultiSelect !== true)
      throw new Error(`'${this.label}' takes one choice only`);
    const choices = objectsIn(this.node, 'choices');
    const values = titles
      .filter((title) => title !== '')
      .map((title) => {
        const choice = choices.find((one) => textIn(one, 'title') === title);
        if (choice) return textIn(choice, 'value');
        // A picker that asks the server takes what it offers; the simulator does not search.
        if (isObject(this.node['choices.data'])) return title;
        const offered = choices.map((one) => `'${textIn(one, 'title')}'`).join(', ');
        throw new Error(`'${this.label}' offers no '${title}', only ${offered}`);
      });
    return values.join(',');
  }

  /** The titles of what is chosen, or the text as it stands. */
  shown(): string {
    if (this.node.type !== 'Input.ChoiceSet') return this.value;
    const values = this.value.split(',');
    const titles = objectsIn(this.node, 'choices').filter((choice) =>
      values.includes(textIn(choice, 'value')),
    );
    return titles.map((choice) => textIn(choice, 'title')).join(', ');
  }

  /** What the client says instead of sending; undefined when it would send. */
  problem(): string | undefined {
    return this.isFine() ? undefined : textIn(this.node, 'errorMessage') || 'This is not valid';
  }

  private isFine(): boolean {
    const { node, value } = this;
    if (node.isRequired === true && (value === '' || (node.type === 'Input.Toggle' && !this.isOn())))
      return false;
    if (value === '') return true;
    if (typeof node.maxLength === 'number' && value.length > node.maxLength) return false;
    if (typeof node.regex === 'string' && !new RegExp(node.regex, 'u').test(value)) return false;
    return this.isWithin(value);
  }

  private isOn(): boolean {
    return this.value === (textIn(this.node, 'valueOn') || 'true');
  }

  private isWithin(value: string): boolean {
    const [min, max] = [textIn(this.node, 'min'), textIn(this.node, 'max')];
    if (this.node.type === 'Input.Number')
      return (
        !Number.isNaN(Number(value)) &&
        !(min && Number(value) < Number(min)) &&
        !(max && Number(value) > Number(max))
      );
    if (this.node.type === 'Input.Date' || this.node.type === 'Input.Time')
      return !(min && value < min) && !(max && value > max);
    return true;
  }
}
