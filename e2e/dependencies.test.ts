/** What is installed is what was chosen: exact versions, and no script of a package that is not named. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const chosen = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string; hasInstallScript?: boolean; integrity?: string; link?: boolean }>;
};

test.describe('dependencies', () => {
  test('are pinned to one version each, and the lock holds that version', () => {
    const all: Record<string, string> = {
      ...chosen.dependencies,
      ...chosen.devDependencies,
      ...chosen.optionalDependencies,
    };
    expect(Object.keys(all).length).toBeGreaterThan(40);
    for (const [name, version] of Object.entries({ ...all, ...chosen.overrides }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    for (const [name, version] of Object.entries(all))
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  });

  test('that the build or the browser imports are not those for development alone', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|astro)$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => join('src', file));
    const imported = new Set<string>();
    for (const file of [...files, 'astro.config.mjs'])
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
        /^(?:import|export)\s(?!type\b)(?:[^;']*\sfrom\s)?'((?:@[\w-]+\/)?[\w-][\w.-]*)(?:\/[^']*)?'/gm,
      ))
        imported.add(name);
    expect([...imported]).toEqual(expect.arrayContaining(['astro', 'leaflet', '@citation-js/core', 'uqr']));
    expect([...imported].filter((name) => chosen.dependencies[name] === undefined)).toEqual([]);
  });

  test('are known by their hash', () => {
    for (const [path, one] of Object.entries(packages)) if (path) expect(one.integrity, path).toMatch(/^sha512-/);
  });

  test('run no script as they are installed, unless it is allowed by name', () => {
    const withScript = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(withScript.filter((name) => chosen.allowScripts[name] === undefined)).toEqual([]);
    expect(Object.entries(chosen.allowScripts).filter(([, isAllowed]) => isAllowed)).toEqual([]);
    // Versions of npm before 11 do not know `allowScripts`.
    const settings = readFileSync('.npmrc', 'utf8').trim().split('\n');
    expect(settings).toEqual(['ignore-scripts=true', 'omit-lockfile-registry-resolved=true', 'save-exact=true']);
  });
});
