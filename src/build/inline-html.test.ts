import { expect, test } from '@playwright/test';
import { sampleWorld } from '../assembly/sample-world.ts';
import { sourceOf } from '../model/source-of.ts';
import { citationHtml, inlineHtml } from './inline-html.ts';

const world = sampleWorld();

test.describe('a citation', () => {
  test('of a source by a name that it had before is one of that source', () => {
    const link = citationHtml(world, ['ministry']);
    expect(link).toContain(`/sources/#ministry">${sourceOf(world, 'ministry')?.number}</a>`);
    expect(citationHtml(world, ['ministry-old'])).toBe(link);
    expect(inlineHtml(world, 'It opened. [@ministry-old]')).toBe(inlineHtml(world, 'It opened. [@ministry]'));
  });

  test('stands for the editors only where it names them', () => {
    expect(citationHtml(world, ['editors'])).toContain('editors');
    expect(citationHtml(world, ['nobody'])).not.toContain('editors');
  });
});
