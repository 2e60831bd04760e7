import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import { z } from 'zod';

const packageJson = fileURLToPath(import.meta.resolve('@microsoft/app-manifest/package.json'));

/** Where the package of Teams' own JSON schemas keeps them, one folder a version. */
export const schemaFolder = join(packageJson, '../build/json-schemas/teams');

const versioned = z.looseObject({ manifestVersion: z.string().regex(/^\d+\.\d+$/) });

/** What Teams' own schema of the manifest's version has against it, in words; empty when nothing. */
export function manifestFaults(manifest: unknown): string[] {
  const { success, data } = versioned.safeParse(manifest);
  if (!success) return ['manifestVersion: is missing or not a version such as 1.30'];
  const file = join(schemaFolder, `v${data.manifestVersion}`, 'MicrosoftTeams.schema.json');
  // The one format it names is `uri`, of `$schema`; the lengths and patterns that matter are keywords.
  const ajv = new Ajv.default({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  if (validate(manifest)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'}: ${message}`);
}
