import { expect, test } from '@playwright/test';
import { blockingOfProcessor, type TraceEvent } from '../tools/bench/blocking.ts';

const task = (ts: number, dur: number, tdur = dur, name = 'RunTask'): TraceEvent => ({
  name,
  ph: 'X',
  ts: ts * 1000,
  dur: dur * 1000,
  tdur: tdur * 1000,
});

test.describe('the blocking time of a page’s own work', () => {
  test('is what its tasks last beyond 50 ms on a slower processor', () => {
    expect(blockingOfProcessor([task(0, 12), task(20, 20), task(50, 40)], 0, 4)).toBe(30 + 110);
    expect(blockingOfProcessor([task(0, 12), task(20, 12.5)], 0, 4)).toBe(0);
  });

  test('leaves out what a task waits for, and what came before the point', () => {
    expect(blockingOfProcessor([task(0, 80, 20), task(100, 80, 5)], 0, 4)).toBe(30);
    expect(blockingOfProcessor([task(0, 80), task(100, 20)], 90_000, 4)).toBe(30);
  });

  test('counts a task once, and no other event', () => {
    const inner = task(1, 18, 18, 'ThreadControllerImpl::RunTask');
    expect(blockingOfProcessor([task(0, 20), inner, task(30, 90, 90, 'Layout')], 0, 4)).toBe(30);
  });

  test('counts what scripts put off to the end of a task with it', () => {
    const put = task(10, 10, 10, 'BlinkScheduler_PerformMicrotaskCheckpoint');
    expect(blockingOfProcessor([task(0, 10), put, task(30, 10)], 0, 4)).toBe(30);
    expect(blockingOfProcessor([task(0, 30), task(10, 10, 10, put.name)], 0, 4)).toBe(70);
  });

  test('is not known where the trace has no processor times', () => {
    expect(() => blockingOfProcessor([{ name: 'RunTask', ph: 'X', ts: 0, dur: 1000 }], 0, 4)).toThrow(
      /processor times/,
    );
  });
});
