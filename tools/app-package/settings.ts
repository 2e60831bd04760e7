import { z } from 'zod';
import { UnusablePackage } from './unusable-package.ts';

const guid = z.guid('is not a GUID such as 00000000-0000-0000-0000-000000000000');
const address = z.url({ protocol: /^https$/, message: 'is not an https address' });

const settings = z.object({
  MICROSOFT_APP_ID: guid.default('00000000-0000-0000-0000-000000000000'),
  INEWS_PACKAGE_ID: guid.optional(),
  INEWS_DEVELOPER: z
    .string()
    .max(32, 'is longer than the 32 characters Teams allows')
    .default('Example Council'),
  INEWS_WEBSITE_URL: address.default('https://www.example.gov.uk/inews'),
  INEWS_PRIVACY_URL: address.default('https://www.example.gov.uk/inews/privacy'),
  INEWS_TERMS_URL: address.default('https://www.example.gov.uk/inews/terms'),
});

/** What differs by council, under the names that stand in the manifest as `${{NAME}}`. */
export type PackageSettings = Readonly<Record<keyof z.infer<typeof settings>, string>>;

export interface ReadSettings {
  readonly settings: PackageSettings;
  /** The names that still hold a placeholder: good for trying out, not for a catalogue. */
  readonly placeholders: readonly string[];
}

/**
 * Reads the settings of the app package from the environment; an empty one counts as absent. The package id is the
 * bot's own unless set apart. Throws UnusablePackage with all faults at once.
 */
export function readPackageSettings(environment: Readonly<Record<string, string | undefined>>): ReadSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    throw new UnusablePackage(
      'These settings need a change before the app can be packaged',
      parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`),
    );
  }
  return {
    settings: {
      ...parsed.data,
      INEWS_PACKAGE_ID: parsed.data.INEWS_PACKAGE_ID ?? parsed.data.MICROSOFT_APP_ID,
    },
    placeholders: Object.keys(parsed.data).filter((name) => !(name in given)),
  };
}
