import { expect, test } from '@playwright/test';
import { isPartOf } from './quotations.ts';

test.describe('words that are quoted', () => {
  const registered = 'his belief that peace was possible, and that it was near';

  test('are a part of a quotation where they are cut between words', () => {
    for (const words of [registered, 'belief that peace was possible', 'that it was near', 'his belief that peace'])
      expect(isPartOf(words, registered), words).toBe(true);
    expect(isPartOf('was it near', 'it was it nearly, or was it near')).toBe(true);
  });

  test('are none where they are cut inside a word, or are other words', () => {
    for (const words of ['belief that peace was poss', 'lief that peace was possible', 'belief that peace is possible'])
      expect(isPartOf(words, registered), words).toBe(false);
    expect(isPartOf('the way to Laç', 'the way to Laçın')).toBe(false);
  });
});
