import { expect, test } from '@playwright/test';
import { isOfLeaflet } from './leaflet-markup.ts';
import { stillMarkup } from './markup.ts';

test.describe('markup', () => {
  test('of ours is taken as it is', () => {
    for (const markup of [
      '<h2 tabindex="-1">What is here?</h2><ul><li><a href="/places/lachin/">Lachin</a></li></ul>',
      '<g class="marks"><g class="mark" data-mark="one two" aria-label="on = 1"><path d="M0 0"/></g></g>',
      '<a href="https://example.org/on=1">1</a><a href="#event-1">2</a>',
      '<button type="button" popovertargetaction="hide">Close</button>',
      'A link onto=the road, once=twice',
      '<text aria-label="&lt;img src=x onerror=alert(1)&gt;">&lt;img src=x onerror=alert(1)&gt;</text>',
    ])
      expect(stillMarkup(markup)).toBe(markup);
  });

  for (const markup of [
    '<script>alert(1)</script>',
    '<p>A</p><IFRAME src="//elsewhere.invalid">',
    '<img src="x" onerror="alert(1)">',
    '<svg\nonload = alert(1)>',
    '<img/onerror=alert(1) src=x>',
    '<img src="x"onerror=alert(1)>',
    '<img alt=">" onerror=alert(1)>',
    '<img alt="<"onerror=alert(1)>',
    '<img alt=a"b onerror=alert(1)>',
    '<a href="javascript:alert(1)">Lachin</a>',
    '<a href="&#106;avascript:alert(1)">Lachin</a>',
    '<a href=" java\nscript:alert(1)">Lachin</a>',
    '<a href=javascript:alert(1)>Lachin</a>',
    "<a href='javascript:alert(1)'>Lachin</a>",
    '<!--><img src=x onerror=alert(1)>-->',
    '<p>a < b onclick=alert(1)></p>',
    '<svg><a xlink:href="data:text/html,1">',
    '<form action="//elsewhere.invalid">',
    '<base href="//elsewhere.invalid">',
    '<frame src="javascript:alert(1)">',
    '<button formaction="javascript:alert(1)">',
    '<svg><a href="#"><animate attributeName="href" values="javascript:alert(1)"/>',
    '<svg><a href="#"><set attributeName="href" to="javascript:alert(1)"/>',
  ])
    test(`that could run or load something is refused: ${markup}`, () => {
      expect(() => stillMarkup(markup)).toThrow('not ours');
    });

  test('of Leaflet is only what its controls need', () => {
    for (const markup of [
      '<svg/>',
      '<span aria-hidden="true">+</span>',
      '<span aria-hidden="true">&#x2212;</span>',
      '500 m',
      '30 km',
    ])
      expect(isOfLeaflet(markup), markup).toBe(true);
    for (const markup of ['<svg/><script>', '<svg onload=alert(1)>', '3 km<img>', ''])
      expect(isOfLeaflet(markup), markup).toBe(false);
  });
});
