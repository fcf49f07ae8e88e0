/** What is installed is what was chosen: exact versions, and no script of a package that is not named. */
import { readFileSync } from 'node:fs';
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
