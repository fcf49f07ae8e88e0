import { expect, test } from '@playwright/test';
import { badTag, foreignProblems, isLanguage, lettersProblem } from './foreign-words.ts';

const problems = (text: string): string[] => foreignProblems(text).map(({ what }) => what);

test.describe('the tag of a language', () => {
  test('is one that has a name', () => {
    expect(['en', 'hy', 'hyw', 'az', 'azb', 'ru', 'sco', 'az-Cyrl'].filter((tag) => !isLanguage(tag))).toEqual([]);
    expect(['ua', 'xx', 'xq', 'arm', 'az-cyrl', 'az-am-ge', 'English', 'EN', ''].filter(isLanguage)).toEqual([]);
    expect(badTag('arm')).toBe('"arm" is no tag of a language. Did you mean hy?');
  });

  test('says in which letters its words are', () => {
    expect(lettersProblem('hy', 'Լաչին')).toBeUndefined();
    expect(lettersProblem('az', 'Laçın')).toBeUndefined();
    expect(lettersProblem('az-Cyrl', 'Лачын')).toBeUndefined();
    expect(lettersProblem('ja', 'ラチン')).toBeUndefined();
    expect(lettersProblem('ru', 'Lachin')).toContain('has Latin letters, and ru is written in Cyrillic ones');
    // The first letter looks like one of ours.
    expect(lettersProblem('az', 'Сus')).toContain('has Cyrillic letters');
  });
});

test.describe('words in other letters', () => {
  test('may stand where their language is said, and in remarks', () => {
    expect(problems('The town, <i lang="ru">Лачин</i> (<i lang="hy">Բերձոր</i>). <!-- Шуша --> {/* Շուշի */}')).toEqual(
      [],
    );
  });

  test('are named together, with how to mark them', () => {
    expect(problems('It is Красный Базар, or Շուշի.')).toEqual([
      '"Красный Базар" is in Cyrillic letters. Mark its language, as <i lang="ru">Красный Базар</i>',
      '"Շուշի" is in Armenian letters. Mark its language, as <i lang="hy">Շուշի</i>',
    ]);
  });

  test('are one problem where their tag is none', () => {
    expect(problems('The <i lang="xq">Лачин</i>.')).toEqual([
      '"xq" is no tag of a language. Write one such as en, hy, az, ru',
    ]);
  });
});
