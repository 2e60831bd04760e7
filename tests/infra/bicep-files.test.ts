import { posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Node } from 'web-tree-sitter';
import {
  bicepFiles,
  nameOf,
  nodesOf,
  parametersOf,
  parseBicep,
  propertyNames,
  propertyValue,
  syntaxFaults,
} from './bicep.ts';

const each = [...bicepFiles];
const declarations = [
  'parameter_declaration',
  'variable_declaration',
  'module_declaration',
  'resource_declaration',
];

interface ModuleUse {
  readonly name: string;
  /** Path of the module's file under `infra/`. */
  readonly file: string;
  readonly given: readonly string[];
}

const moduleUses = (path: string, root: Node): ModuleUse[] =>
  nodesOf(root, 'module_declaration').map((declaration) => {
    const [, source, body] = declaration.namedChildren;
    const params = body ? propertyValue(body, 'params') : undefined;
    return {
      name: nameOf(declaration),
      file: posix.join(posix.dirname(path), (source?.text ?? '').replaceAll("'", '')),
      given: params ? propertyNames(params) : [],
    };
  });

/** Names that stand where a value is read: neither keys, nor declared there, nor functions. */
function namesRead(root: Node): string[] {
  return nodesOf(root, 'identifier')
    .filter((identifier) => {
      const { parent } = identifier;
      if (!parent) return false;
      const isFirst = parent.namedChild(0)?.id === identifier.id;
      if (parent.type === 'call_expression') return !isFirst;
      return !(
        isFirst &&
        [...declarations, 'output_declaration', 'object_property', 'for_statement'].includes(parent.type)
      );
    })
    .map(({ text }) => text);
}

test('the infrastructure has a main file', () => {
  expect([...bicepFiles.keys()]).toContain('main.bicep');
});

describe.each(each)('%s', (path, root) => {
  test('parses', () => {
    expect(syntaxFaults(path, root)).toEqual([]);
  });

  test('names nothing that it does not declare', () => {
    const declared = [...nodesOf(root, ...declarations), ...nodesOf(root, 'for_statement')].map(nameOf);
    expect(namesRead(root).filter((name) => !declared.includes(name))).toEqual([]);
  });

  test('declares no parameter in vain', () => {
    const read = namesRead(root);
    expect(parametersOf(root).all.filter((name) => !read.includes(name))).toEqual([]);
  });

  test('gives each module what it needs and nothing else', () => {
    for (const { file, given } of moduleUses(path, root)) {
      const module = bicepFiles.get(file);
      if (!module) throw new Error(`${path} uses ${file}, which does not exist`);
      const { all, required } = parametersOf(module);
      expect({ file, missing: required.filter((name) => !given.includes(name)) }).toEqual({
        file,
        missing: [],
      });
      expect({ file, unknown: given.filter((name) => !all.includes(name)) }).toEqual({ file, unknown: [] });
    }
  });

  test('reads only outputs that its modules have', () => {
    const uses = moduleUses(path, root);
    for (const [, name, output] of root.text.matchAll(/\b(\w+)\.outputs\.(\w+)/gu)) {
      const file = uses.find((use) => use.name === name)?.file ?? '';
      const module = bicepFiles.get(file);
      const outputs = module ? nodesOf(module, 'output_declaration').map(nameOf) : [];
      expect({ file, outputs }).toEqual({ file, outputs: expect.arrayContaining([output]) });
    }
  });
});

test('every module is used', () => {
  const used = each.flatMap(([path, root]) => moduleUses(path, root)).map(({ file }) => file);
  expect([...bicepFiles.keys()].filter((path) => path !== 'main.bicep' && !used.includes(path))).toEqual([]);
});

test('a slip in the syntax is told with file, line and column', () => {
  const slip = parseBicep(
    "param name string\n\nresource plan 'Microsoft.Web/serverfarms@2024-11-01' = {\n  name:\n}\n",
  );
  expect(syntaxFaults('slip.bicep', slip)).toEqual([expect.stringMatching(/^slip\.bicep:4:\d+: /)]);
});
