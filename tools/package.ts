import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildPackage } from './app-package/build-package.ts';
import { UnusablePackage } from './app-package/unusable-package.ts';

// Writes dist/inews-teams-app.zip, which an administrator uploads. manifest/README.md lists the settings.

const target = new URL('../dist/inews-teams-app.zip', import.meta.url);

try {
  const { zip, placeholders } = await buildPackage(process.env);
  await mkdir(new URL('.', target), { recursive: true });
  await writeFile(target, zip);
  console.log(`Wrote ${fileURLToPath(target)}`);
  if (placeholders.length > 0) {
    console.log(`Still placeholders: ${placeholders.join(', ')}. Set them before the app goes to anybody.`);
  }
  console.log('Next: upload it in the Teams admin centre under Teams apps > Manage apps > Upload new app.');
} catch (error) {
  if (!(error instanceof UnusablePackage)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
