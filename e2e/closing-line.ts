import type { FullResult, Reporter, Suite, TestError } from '@playwright/test/reporter';
import { findFirefox, NO_FIREFOX } from './find-browser.mjs';
import { findNginx, NO_NGINX } from './nginx.ts';

/** Ends the run with one plain line, "N passed, N failed", counted from the tests' own outcomes. */
export default class ClosingLine implements Reporter {
  #suite: Suite | undefined;
  #outside = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onError(_error: TestError): void {
    this.#outside += 1;
  }

  onEnd(result: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    const count = (outcome: 'expected' | 'unexpected' | 'flaky' | 'skipped'): number =>
      tests.filter((t) => t.outcome() === outcome).length;
    const notRun = tests.filter(
      (t) => t.outcome() === 'skipped' && (t.results.length === 0 || t.expectedStatus !== 'skipped'),
    ).length;
    const passed = count('expected') + count('flaky');
    let failed = count('unexpected') + notRun + this.#outside;
    if (result.status !== 'passed' && failed === 0) failed = 1;
    const asides = [
      count('flaky') && `${count('flaky')} flaky`,
      count('skipped') - notRun && `${count('skipped') - notRun} skipped`,
    ].filter(Boolean);
    if (!findFirefox()) process.stdout.write(`${NO_FIREFOX}\n`);
    if (!findNginx()) process.stdout.write(`${NO_NGINX}\n`);
    if (asides.length > 0) process.stdout.write(`(besides: ${asides.join(', ')})\n`);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }

  printsToStdio(): boolean {
    return true;
  }
}
