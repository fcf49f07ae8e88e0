import { expect, test } from '@playwright/test';
import { type HouseStyle, houseStyleCheck, sentencesOf } from './house-style.ts';

const STYLE: HouseStyle = {
  attribution: ['said', 'called'],
  explained: [],
  spellings: [
    { write: 'percent', not: ['%'], because: 'we write it in one word' },
    { write: 'US', not: ['U.S.'], because: 'we write no points' },
  ],
};
const PARTY = ['blockade', 'ethnic cleansing', 'anti-terrorist'];
const told = (text: string, isSpeech = false, style = STYLE): string[] =>
  houseStyleCheck(style, PARTY).problemsOf({ text, isSpeech });

test.describe('a word of one side', () => {
  test('is found in a sentence that names no speaker, in any case of its letters', () => {
    expect(told('The road was open. The Blockade went on. [@agency]')).toEqual([
      '"Blockade": a word of one side, and this sentence does not say who uses it: "The Blockade went on." Attribute it, quote it, or list the sentence under explained in content/house-style.yaml',
    ]);
    expect(told('This was [ethnic cleansing](event:some-event).')).toHaveLength(1);
  });

  test('may stand where the sentence says who speaks, in quotation marks, and in the speech of somebody named', () => {
    expect(told('Armenia called it a blockade.')).toEqual([]);
    expect(told('The word "blockade" was avoided. So was “ethnic cleansing”.')).toEqual([]);
    expect(told('There was a blockade.', true)).toEqual([]);
  });

  test('is not found inside other words, citations or addresses', () => {
    expect(told('Blockades of ice melted. [@the-blockade; @other]')).toEqual([]);
    expect(told('It [closed](event:2022-the-blockade).')).toEqual([]);
  });

  test('may stand in a sentence that the editors listed, which must exist', () => {
    const sentence = 'Was there a blockade?';
    const check = houseStyleCheck({ ...STYLE, explained: [{ sentence, because: 'it is the question' }] }, PARTY);
    expect(check.unusedExceptions()).toEqual([`no text needs this exception any more: "${sentence}" Take it out`]);
    expect(check.problemsOf({ text: `${sentence} [@agency]`, isSpeech: false })).toEqual([]);
    expect(check.unusedExceptions()).toEqual([]);
  });
});

test.describe('the house style', () => {
  test('has one way to write a date', () => {
    expect(told('It happened on 12 December 2022, in December 2022 and in 2022.')).toEqual([]);
    expect(told('It happened on 12 May 2023.')).toEqual([]);
    expect(told('On 12 May 20 trucks passed, on 3 June 5 more.')).toEqual([]);
    for (const wrong of [
      'December 12, 2022',
      'May 12',
      '2023 May 5',
      '12th December',
      '12th of December',
      '12 Dec 2022',
      '12 Sept. 2022',
      '2022-12-12',
      '12.12.2022',
    ])
      expect(told(`It happened on ${wrong}.`).join(), wrong).toContain('is not how we write a date');
  });

  test('has one way to write a name, and says why', () => {
    expect(told('About 5% of it.')).toEqual(['"%": we write "percent", because we write it in one word']);
    expect(told('The U.S. said so.')).toEqual(['"U.S.": we write "US", because we write no points']);
  });

  test('finds a word that begins or ends in any letter, and only whole', () => {
    const style = {
      ...STYLE,
      spellings: [{ write: 'Shusha', not: ['Şuşa', 'Arzı', 'Շուշի'], because: 'it is the name of the place here' }],
    };
    for (const word of ['Şuşa', 'Arzı', 'Շուշի'])
      expect(told(`They left ${word} by road.`, false, style), word).toHaveLength(1);
    expect(told('Şuşada, qarzı, Արցախ, Շուշիի.', false, style)).toEqual([]);
  });

  test('leaves the words of others alone', () => {
    expect(told('She said: "The U.S. gave 5% on December 12."')).toEqual([]);
  });
});

test('a text is cut into sentences', () => {
  expect(sentencesOf('One. Two? It was 1.5 kilometres long.')).toEqual(['One.', 'Two?', 'It was 1.5 kilometres long.']);
});
