import type { PackageSettings } from './settings.ts';
import { UnusablePackage } from './unusable-package.ts';

/**
 * Puts the settings in the places of the template (JSON text) that read `${{NAME}}` and returns the manifest as an
 * object. Throws UnusablePackage, naming each place for which there is no setting.
 */
export function fillManifest(template: string, settings: PackageSettings): unknown {
  const values = new Map<string, string>(Object.entries(settings));
  const unknown: string[] = [];
  const manifest: unknown = JSON.parse(template, (_key, value: unknown) => {
    if (typeof value !== 'string') return value;
    return value.replace(/\$\{\{(.*?)\}\}/gu, (place, name: string) => {
      const filled = values.get(name);
      if (filled === undefined) unknown.push(place);
      return filled ?? '';
    });
  });
  if (unknown.length > 0) throw new UnusablePackage('The manifest has places that no setting fills', unknown);
  return manifest;
}
