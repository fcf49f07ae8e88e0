// What would break `npm ci` elsewhere: optional dependencies that the lock names but does not hold, and addresses of a registry.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [path, { optionalDependencies = {} }] of Object.entries(packages))
  for (const name of Object.keys(optionalDependencies)) {
    let at = path,
      found = false;
    for (;;) {
      if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) {
        found = true;
        break;
      }
      if (at === '') break;
      const cut = at.lastIndexOf('node_modules/');
      at = cut <= 0 ? '' : at.slice(0, cut - 1);
    }
    if (!found) {
      console.log(`${path || 'root'} lacks ${name}`);
      process.exitCode = 1;
    }
  }
for (const [path, { resolved }] of Object.entries(packages))
  if (resolved) {
    console.log(`${path} holds an address: ${resolved}`);
    process.exitCode = 1;
  }
