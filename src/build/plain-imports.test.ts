import { expect, test } from '@playwright/test';
import { withParallelImports, withPlainImports } from './plain-imports.ts';

const HELPER = 'import{t as e}from"./preload-helper.tnMd9Xij.js";';

test('an import is written as it was, whatever is made of it', () => {
  for (const [wrapped, plain] of [
    ['e(async()=>{let{open:e}=await import(`./a.B-_1.js`);return{open:e}}).then(f)', 'import(`./a.B-_1.js`).then(f)'],
    ['e(async()=>{let{a:e,b:t}=await import(`./a.js`);return{a:e,b:t}})', 'import(`./a.js`)'],
    [
      'await Promise.all([e(()=>import(`./a.js`)),e(()=>import(`./b.js`),[])])',
      'await Promise.all([import(`./a.js`),import(`./b.js`)])',
    ],
    ['e(async()=>{let{a:e}=await import(`./a.js`);return{a:e}},[]).then(f)', 'import(`./a.js`).then(f)'],
    ['e(()=>import(`./a.js`).then(e=>e.t))', 'import(`./a.js`).then(e=>e.t)'],
  ] as const)
    expect(withPlainImports(`${HELPER}let x=1;${wrapped}`)).toBe(`let x=1;${plain}`);
});

test('the helper may have the same name where it comes from', () => {
  expect(withPlainImports('import{t}from"./preload-helper.tnMd9Xij.js";t(()=>import(`./a.js`))')).toBe(
    'import(`./a.js`)',
  );
});

test('the lists of what an import needs go, with the place where they are kept', () => {
  expect(
    withPlainImports(
      `const __vite__mapDeps=(i,m=__vite__mapDeps)=>i;\n${HELPER}e(()=>import(\`./a.js\`),__vite__mapDeps([0,1]))`,
    ),
  ).toBe('import(`./a.js`)');
});

test('a script without imports on demand is left as it is', () => {
  expect(withPlainImports('import{t}from"./a.js";t(()=>1)')).toBe('import{t}from"./a.js";t(()=>1)');
});

test('a form that is not known stops the build', () => {
  for (const code of [
    `${HELPER}e(function(){return import(\`./a.js\`)})`,
    'import*as e from"./preload-helper.tnMd9Xij.js";e.t(()=>import(`./a.js`))',
  ])
    expect(() => withPlainImports(code)).toThrow('plain-imports.ts');
});

test('what an import needs in turn is asked for beside it, but for what is here', () => {
  const imports = new Map([
    ['_astro/page.js', ['_astro/here.js']],
    ['_astro/map.js', ['_astro/here.js', '_astro/one.js']],
    ['_astro/one.js', ['_astro/two.js']],
  ]);
  expect(withParallelImports('import(`./map.js`).then(e=>e.t)', '_astro/page.js', imports)).toBe(
    'Promise.all([import(`./map.js`),import(`./one.js`),import(`./two.js`)]).then(([e])=>e.t)',
  );
  expect(withParallelImports('import(`./one.js`).then(f)', '_astro/page.js', imports)).toBe(
    'Promise.all([import(`./one.js`),import(`./two.js`)]).then(([e])=>e).then(f)',
  );
  for (const whole of ['import(`./two.js`)', 'import(`./two.js`).then(e=>e.t)'])
    expect(withParallelImports(whole, '_astro/page.js', imports)).toBe(whole);
});
