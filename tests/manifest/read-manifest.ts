import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fillManifest } from '../../tools/app-package/fill-manifest.ts';
import { readPackageSettings } from '../../tools/app-package/settings.ts';

export const scopes = ['personal', 'team', 'groupChat'] as const;

const bot = z.looseObject({
  botId: z.string(),
  scopes: z.array(z.enum(scopes)),
  commandLists: z.array(
    z.object({
      scopes: z.tuple([z.enum(scopes)]),
      commands: z.array(z.strictObject({ title: z.string(), description: z.string() })),
    }),
  ),
});

const extension = z.object({
  botId: z.string(),
  commands: z.array(
    z.looseObject({
      id: z.string(),
      type: z.enum(['action', 'query']),
      title: z.string(),
      description: z.string(),
      context: z.array(z.enum(['message', 'compose', 'commandBox'])),
      fetchTask: z.boolean().optional(),
      initialRun: z.boolean().optional(),
      parameters: z.array(z.looseObject({ name: z.string() })).optional(),
    }),
  ),
});

export const manifestShape = z.looseObject({
  $schema: z.string(),
  manifestVersion: z.string(),
  id: z.string(),
  developer: z.record(z.string(), z.string()),
  accentColor: z.string(),
  supportsChannelFeatures: z.string(),
  validDomains: z.array(z.string()),
  bots: z.tuple([bot]),
  composeExtensions: z.tuple([extension]),
});

/** The manifest as it stands in the repository, filled with the placeholders. */
export function readManifest(): z.infer<typeof manifestShape> {
  const template = readFileSync(new URL('../../manifest/manifest.json', import.meta.url), 'utf8');
  return manifestShape.parse(fillManifest(template, readPackageSettings({}).settings));
}
