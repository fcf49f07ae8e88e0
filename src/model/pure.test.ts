import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

test.describe('assembly, model and share', () => {
  // What else they may not import is held by the linter, which cannot tell types from values.
  test('take nothing but types from the schemas, so that no page loads zod', () => {
    const files = globSync('src/{assembly,model,share}/**/*.ts').filter((file) => !file.endsWith('.test.ts'));
    expect(files.length).toBeGreaterThan(20);
    const values = files.filter((file) =>
      /^(?:import|export) (?!type)[^;]*?\/schema\//m.test(readFileSync(file, 'utf8')),
    );
    expect(values).toEqual([]);
  });
});
