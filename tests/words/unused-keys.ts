/**
 * The keys that no source says: neither in quotes, nor as `%{key}` of a card, nor as a template literal such as
 * `dialog.${name}.title`, whose fixed beginning and end they have.
 */
export function unusedKeys(keys: readonly string[], sources: readonly string[]): readonly string[] {
  const said = new Set<string>();
  const shapes: RegExp[] = [];
  for (const source of sources) {
    for (const [, quoted = ''] of source.matchAll(/'([\w. -]+)'/gu)) said.add(quoted);
    for (const [, named = ''] of source.matchAll(/%\{([^}]+)\}/gu)) said.add(named);
    for (const [, literal = ''] of source.matchAll(/`([a-z][\w -]*\.[^`]*\$\{[^`]*)`/gu))
      shapes.push(shapeOf(literal));
  }
  return keys.filter((key) => !said.has(key) && !shapes.some((shape) => shape.test(key)));
}

function shapeOf(literal: string): RegExp {
  const fixed = literal.split(/\$\{[^}]*\}/gu).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${fixed.join('.+')}$`, 'u');
}
