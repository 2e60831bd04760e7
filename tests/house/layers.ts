import { type Import, importsOf, type SourceFile } from './source-file.ts';

/** Rooms from the lowest to the highest; rooms of one line may import one another. */
const layers: readonly (readonly string[])[] = [
  ['words', 'telemetry', 'time'],
  ['store'],
  ['bot'],
  ['outbox'],
  ['subjects'],
  ['people'],
  ['engagement'],
  ['reading'],
  ['ideas'],
  ['triage'],
  ['audit'],
  ['exchange'],
  ['challenges'],
  ['spread'],
  ['feedback'],
  ['digests'],
  ['recognition'],
  ['welcome'],
];

/** Ways in and out of the service: they know the ports below the features and no feature. */
const edges = ['teams', 'mail'];
const belowFeatures = ['words', 'telemetry', 'time', 'store', 'bot', 'outbox'];

/** What stands in no room. */
export const rootFiles = [
  'src/main.ts',
  'src/run.ts',
  'src/service.ts',
  'src/all-features.ts',
  'src/config.ts',
  'src/settings.ts',
  'src/setting-faults.ts',
  'src/collections.ts',
  'src/feature.ts',
  'src/open-mailbox.ts',
  'src/open-store.ts',
];

/** Packages that one folder alone may know, by the beginning of the path of those that may. */
const keptTo: Readonly<Record<string, string>> = {
  botbuilder: 'src/teams/',
  'botframework-connector': 'src/teams/',
  restify: 'src/teams/',
  '@azure/cosmos': 'src/store/cosmos',
  'node:sqlite': 'src/store/sqlite',
};

/** The imports of a file that break the order of the rooms, each with the rule it breaks. */
export function layerFaults(file: SourceFile): readonly string[] {
  return importsOf(file).flatMap((one) => {
    const rule = brokenRule(file.path, one);
    return rule ? [`${one.place} imports '${one.specifier}': ${rule}`] : [];
  });
}

export const roomOf = (path: string): string => /^src\/([^/]+)\//u.exec(path)?.[1] ?? '';

function brokenRule(path: string, { target }: Import): string | undefined {
  const home = Object.entries(keptTo).find(([name]) => target === name || target.startsWith(`${name}/`))?.[1];
  if (home && !path.startsWith(home)) return `only ${home}* may`;
  if (!target.startsWith('src/')) return undefined;
  const [from, to] = [roomOf(path), roomOf(target)];
  if (from === '' || from === to) return undefined;
  if (to === '')
    return target === 'src/feature.ts' ? undefined : `rooms know no root file but src/feature.ts`;
  if (edges.includes(to)) return `nobody but the root files knows ${to}`;
  if (edges.includes(from))
    return belowFeatures.includes(to) ? undefined : `${from} knows ports, never a feature such as ${to}`;
  const [fromLayer, toLayer] = [layerOf(from), layerOf(to)];
  if (fromLayer < 0 || toLayer < 0)
    return `${fromLayer < 0 ? from : to} has no place in the order of the rooms`;
  if (toLayer > fromLayer) return `${to} stands above ${from}`;
  if (/\/(?:bot|cards)\.ts$/u.test(target)) return `a feature's bot.ts and cards.ts are its own`;
  return undefined;
}

const layerOf = (room: string): number => layers.findIndex((layer) => layer.includes(room));
