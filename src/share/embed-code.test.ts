import { expect, test } from '@playwright/test';
import { embedCode } from './embed-code.ts';

test.describe('an embed code', () => {
  test('is a closed-in frame that holds the address and the title as they are', () => {
    const code = embedCode('https://a.example/embed/#map=10/39/46&day=2023-04-23', 'Who said "no" & <why>');
    expect(code).toContain('src="https://a.example/embed/#map=10/39/46&amp;day=2023-04-23"');
    expect(code).toContain('title="Who said &quot;no&quot; &amp; &lt;why>"');
    expect(code).toContain('sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"');
    expect(code).toContain('loading="lazy"');
    expect(code).not.toContain('allow-same-origin');
  });
});
