import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Language, type Node, Parser } from 'web-tree-sitter';

const infra = new URL('../../infra/', import.meta.url);

await Parser.init();
const grammar = fileURLToPath(import.meta.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));
const parser = new Parser().setLanguage(await Language.load(grammar));

/** Parses Bicep; never fails, what is wrong stands in the tree. */
export function parseBicep(source: string): Node {
  const tree = parser.parse(source);
  if (!tree) throw new Error('The parser gave no tree');
  return tree.rootNode;
}

/** The Bicep files by path under `infra/`, parsed. */
export const bicepFiles: ReadonlyMap<string, Node> = new Map(
  readdirSync(infra, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.bicep'))
    .map((path) => [path, parseBicep(readFileSync(new URL(path, infra), 'utf8'))]),
);

export const nodesOf = (node: Node, ...types: string[]): Node[] => node.descendantsOfType(types);

/** The name that a declaration or property declares. */
export const nameOf = (node: Node): string => node.namedChild(0)?.text.replaceAll("'", '') ?? '';

/** The value of a property of an object, by name. */
export function propertyValue(object: Node, name: string): Node | undefined {
  const property = object.namedChildren.find(
    (child) => child.type === 'object_property' && nameOf(child) === name,
  );
  return property?.namedChild(1) ?? undefined;
}

/** Names of the properties of an object. */
export const propertyNames = (object: Node): string[] =>
  object.namedChildren.flatMap((child) => (child.type === 'object_property' ? nameOf(child) : []));

/** What does not parse, each with file, line and column; empty when all does. */
export function syntaxFaults(path: string, root: Node): string[] {
  const faults: string[] = [];
  const visit = (node: Node) => {
    const at = `${path}:${node.startPosition.row + 1}:${node.startPosition.column + 1}`;
    if (node.isError) faults.push(`${at}: does not parse: ${node.text.slice(0, 60)}`);
    else if (node.isMissing) faults.push(`${at}: lacks a ${node.type}`);
    else for (const child of node.children) visit(child);
  };
  visit(root);
  return faults;
}

/** The parameters of a file, and which of them have no default. */
export function parametersOf(root: Node): { all: string[]; required: string[] } {
  const declarations = nodesOf(root, 'parameter_declaration');
  return {
    all: declarations.map(nameOf),
    required: declarations.filter(({ namedChildCount }) => namedChildCount === 2).map(nameOf),
  };
}
