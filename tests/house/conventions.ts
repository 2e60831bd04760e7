import { type JsonObject, objectIn, textIn } from '../teams/simulator/json.ts';
import { placeOf, type SourceFile } from './source-file.ts';

// Written apart, so that this file does not find itself.
const silencers = ['@ts-' + 'ignore', '@ts-' + 'expect-error', '@ts-' + 'nocheck', 'biome-' + 'ignore'];
const leftovers = ['TO' + 'DO', 'FIX' + 'ME'];

/** Where a file silences its checkers or leaves work undone, each with its place. */
export function conventionFaults(file: SourceFile): readonly string[] {
  return [
    ...[...silencers, ...leftovers]
      .filter((word) => file.text.includes(word))
      .map((word) => `${file.path} says ${word}`),
    ...file.nodes.flatMap((node) => {
      const fault = faultOf(node);
      return fault ? [`${placeOf(file, node)} ${fault}`] : [];
    }),
  ];
}

function faultOf(node: JsonObject): string | undefined {
  switch (node.type) {
    case 'TsKeywordType':
      return node.kind === 'any' ? 'has the type any' : undefined;
    case 'TsNonNullExpression':
      return 'asserts that something is there by !';
    case 'TsAsExpression':
      return isCastToUnknown(node) ? 'casts through unknown' : undefined;
    case 'TsEnumDeclaration':
    case 'TsModuleDeclaration':
      return 'is more than erasable syntax';
    default:
      return undefined;
  }
}

function isCastToUnknown(cast: JsonObject): boolean {
  const inner = objectIn(cast, 'expression');
  const expression = inner.type === 'ParenthesisExpression' ? objectIn(inner, 'expression') : inner;
  return expression.type === 'TsAsExpression' && objectIn(expression, 'typeAnnotation').kind === 'unknown';
}

/** Where a file writes to the console. */
export function consoleFaults(file: SourceFile): readonly string[] {
  return file.nodes
    .filter(
      (node) => node.type === 'MemberExpression' && textIn(objectIn(node, 'object'), 'value') === 'console',
    )
    .map((node) => `${placeOf(file, node)} writes to the console: use the telemetry`);
}
