/** The map in words, from the same snapshot as the drawing. */
import { wordDay } from '../i18n/words.ts';
import type { Snapshot } from './snapshot.ts';
import type { MapFeature, Status } from './world.ts';

/** Returns one to three sentences that say what the map shows on the day: the road, and who held the ground. */
export function describe({ day, features, places, events }: Snapshot): string {
  const has = (kind: MapFeature['kind']): boolean => features.some(({ feature }) => feature.kind === kind);
  const statusOf = (kind: MapFeature['kind']): Status | undefined =>
    features.find(({ feature }) => feature.kind === kind)?.status;
  const phase = events.at(-1)?.phase;
  const ground = has('peacekeeper-area')
    ? 'Russian peacekeepers are deployed in an area drawn approximately.'
    : has('control-area')
      ? 'Armenian forces hold the former oblast and districts around it.'
      : phase === 'war-2020'
        ? 'The moving front of the 2020 war is not drawn.'
        : phase === 'since-october-2023'
          ? 'Azerbaijan holds all of the former oblast.'
          : 'Who held which ground at this time is not drawn.';
  const way = has('new-road') ? 'over the Hakari bridge' : 'through Lachin town';
  const post = places.some(({ kind }) => kind === 'checkpoint')
    ? ' An Azerbaijani checkpoint stands at the bridge.'
    : '';
  return `${wordDay(day)}. ${roadSentence(statusOf('shared-road'), way)}${post} ${ground}`;
}

/** Says in a sentence whether and how the road served. */
function roadSentence(status: Status | undefined, way: string): string {
  switch (status) {
    case undefined:
      return 'The road is not drawn yet.';
    case 'in-use':
      return `The road between Armenia and Nagorno-Karabakh runs ${way} and is in use.`;
    case 'restricted':
      return `The road between Armenia and Nagorno-Karabakh runs ${way} and is closed to ordinary traffic.`;
    case 'one-way-out':
      return `The road ${way} carries people leaving for Armenia.`;
    default:
      return 'The road no longer serves as a corridor.';
  }
}
