import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from '@swc/core';
import { isObject, type JsonObject, objectIn, textIn } from '../teams/simulator/json.ts';

const root = new URL('../../', import.meta.url);

/** A TypeScript file with its syntax tree. */
export interface SourceFile {
  /** From the root of the repository, such as `src/time/clock.ts`. */
  readonly path: string;
  readonly text: string;
  /** Every node of the tree, outermost first. */
  readonly nodes: readonly JsonObject[];
}

export function parseSource(path: string, text: string): SourceFile {
  const tree: unknown = parseSync(text, { syntax: 'typescript', target: 'es2024' });
  return { path, text, nodes: [...nodesWithin(tree)] };
}

/** All files below a folder, such as `src`; none when there is no such folder. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return filesBelow(folder, '.ts').map((path) => parseSource(path, readText(path)));
}

/** Paths from the root of the repository; none when there is no such folder. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  const start = new URL(`${folder}/`, root);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .sort();
}

export const isThere = (path: string): boolean => existsSync(new URL(path, root));

export const readText = (path: string): string => readFileSync(new URL(path, root), 'utf8');

function* nodesWithin(value: unknown): Generator<JsonObject> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesWithin(item);
  } else if (isObject(value)) {
    if (typeof value.type === 'string') yield value;
    for (const item of Object.values(value)) yield* nodesWithin(item);
  }
}

/** Where a node stands, as `src/time/clock.ts:3`. */
export function placeOf(file: SourceFile, node: JsonObject): string {
  // The parser counts bytes from 1.
  const before = Buffer.from(file.text).subarray(0, Number(objectIn(node, 'span').start) - 1);
  return `${file.path}:${before.toString().split('\n').length}`;
}

/** What a file imports, types included. */
export interface Import {
  /** As written. */
  readonly specifier: string;
  /** For our own files the path from the root of the repository, for packages and Node's modules as written. */
  readonly target: string;
  readonly place: string;
}

export function importsOf(file: SourceFile): readonly Import[] {
  return file.nodes.flatMap((node) => {
    const specifier = specifierOf(node);
    if (!specifier) return [];
    const isOurs = specifier.startsWith('.');
    const target = isOurs ? posix.join(posix.dirname(file.path), specifier) : specifier;
    return [{ specifier, target, place: placeOf(file, node) }];
  });
}

function specifierOf(node: JsonObject): string {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return textIn(objectIn(node, 'source'), 'value');
    case 'TsImportType':
      return textIn(objectIn(node, 'argument'), 'value');
    case 'CallExpression': {
      const [first] = Array.isArray(node.arguments) ? node.arguments : [];
      const isImport = objectIn(node, 'callee').type === 'Import';
      return isImport && isObject(first) ? textIn(objectIn(first, 'expression'), 'value') : '';
    }
    default:
      return '';
  }
}
