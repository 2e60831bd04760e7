import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { fillManifest } from './fill-manifest.ts';
import { manifestFaults } from './manifest-schema.ts';
import { readPackageSettings } from './settings.ts';
import { UnusablePackage } from './unusable-package.ts';

export interface AppPackage {
  /** The zip that Teams takes: manifest.json, color.png and outline.png, flat. */
  readonly zip: Uint8Array;
  /** Settings that still hold a placeholder. */
  readonly placeholders: readonly string[];
}

// The earliest time a zip can tell, so that the same content always makes the same bytes.
const noTime = '1980-01-01T00:00:00';

const source = new URL('../../manifest/', import.meta.url);

/**
 * Makes the Teams app package from `manifest/` and the settings in the environment.
 * Throws UnusablePackage when a setting or the manifest does not fit what Teams accepts.
 */
export async function buildPackage(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<AppPackage> {
  const { settings, placeholders } = readPackageSettings(environment);
  const manifest = fillManifest(await readFile(new URL('manifest.json', source), 'utf8'), settings);
  const faults = manifestFaults(manifest);
  if (faults.length > 0) throw new UnusablePackage('The manifest does not fit the schema of Teams', faults);
  const zip = zipSync(
    {
      'manifest.json': new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
      'color.png': await readFile(new URL('icons/color.png', source)),
      'outline.png': await readFile(new URL('icons/outline.png', source)),
    },
    { mtime: noTime },
  );
  return { zip, placeholders };
}
