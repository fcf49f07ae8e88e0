/** Answers to a disputed question, and accounts of a contested event, stand in a stable order and in about equal space. */
import { wordsOf } from '../model/prose.ts';

/** Those who are parties to the conflict, in their order; all others follow by name. */
const PARTIES = [['Armenia', 'Armenian side'], ['Azerbaijan'], ['Nagorno-Karabakh de facto authorities']];
/** The answer of one of the first two is at most so many times as long as the other's, in words, if it is longer than `SHORT`. */
const MOST_TIMES = 2.5;
const SHORT = 30;

/** Returns a party's place among the parties, also of one that answers together with others; -1: no party. */
const partyAt = (actor: string): number =>
  PARTIES.findIndex((names) => names.some((party) => actor === party || actor.startsWith(`${party} and `)));

/** Returns what is wrong with the order of some actors. */
export function orderProblems(actors: readonly string[]): string[] {
  const place = (actor: string): number => (partyAt(actor) < 0 ? PARTIES.length : partyAt(actor));
  const wanted = [...actors].sort((a, b) => place(a) - place(b) || a.localeCompare(b, 'en'));
  const at = actors.findIndex((actor, i) => actor !== wanted[i]);
  return at < 0
    ? []
    : [`"${actors[at]}" is out of order. The parties first, then others by name: ${wanted.join(', ')}`];
}

/** Returns what is wrong with the order of the sides of an event. */
export function sideOrderProblems(sides: readonly string[]): string[] {
  const wanted = sides.toSorted((a, b) => a.localeCompare(b, 'en'));
  const out = sides.find((side, i) => side !== wanted[i]);
  return out === undefined ? [] : [`"${out}" is out of order. Sides stand by name: ${wanted.join(', ')}`];
}

/** Returns what is wrong with the space that the two parties have. */
export function spaceProblems(positions: readonly { readonly actor: string; readonly says: string }[]): string[] {
  const lengths = positions.map(({ actor, says }) => ({ actor, words: wordsOf(says).split(' ').length }));
  const parties = lengths.filter(({ actor }) => [0, 1].includes(partyAt(actor)));
  const long = parties.toSorted((a, b) => b.words - a.words)[0];
  const short = parties.toSorted((a, b) => a.words - b.words)[0];
  if (!long || !short || long.words <= SHORT || long.words <= short.words * MOST_TIMES) return [];
  return [
    `${long.actor} answers in ${long.words} words, ${short.actor} in ${short.words}. Give both about equal space`,
  ];
}
