import { expect, test } from '@playwright/test';
import { directionOf, langAttributes } from './languages.ts';

test.describe('words of another language', () => {
  test('are marked with their language, and with their direction where it is not that of the text', () => {
    expect(langAttributes('hy')).toBe('lang="hy"');
    expect(langAttributes('fa')).toBe('lang="fa" dir="rtl"');
    expect(langAttributes('az-Arab')).toBe('lang="az-Arab" dir="rtl"');
  });

  test('run from right to left by their script, not by the letters of their tag', () => {
    expect(['ar', 'fa-IR', 'he', 'azb', 'ku-Arab-IQ'].map(directionOf)).toEqual(Array(5).fill('rtl'));
    expect(['arm', 'az', 'fab', 'hy', 'ka', 'ru', 'uz-Latn'].map(directionOf)).toEqual(Array(7).fill(undefined));
  });
});
