/** The map in words, from the same snapshot as the drawing. */
import { wordDay } from '../i18n/word-dates.ts';
import { ROAD_WORDS, ROUTE_WORDS } from '../i18n/words.ts';
import type { Snapshot } from './snapshot.ts';
import type { MapFeature } from './world.ts';

/** Returns two or three sentences that say what the map shows on the day: the road, and who held the ground. */
export const describe = (snapshot: Snapshot): string => `${wordDay(snapshot.day)}. ${describeState(snapshot)}`;

/** Returns the same without the day. */
export function describeState({ features, road, isInterrupted, places, events }: Snapshot): string {
  const has = (kind: MapFeature['kind']): boolean => features.some(({ feature }) => feature.kind === kind);
  const phase = events.at(-1)?.phase;
  const ground = has('peacekeeper-area')
    ? `Russian peacekeepers are deployed in an area drawn approximately${has('control-area') ? '; Armenian forces still hold ground that is to pass to Azerbaijan' : ''}.`
    : has('control-area')
      ? 'Armenian forces hold most of the former oblast and, wholly or in part, districts around it.'
      : phase === 'war-2020'
        ? 'The moving front of the 2020 war is not drawn.'
        : phase === 'since-october-2023'
          ? 'Azerbaijan holds all of the former oblast.'
          : 'Who held which ground at this time is not drawn.';
  const way = road.route && ROUTE_WORDS[road.route];
  // Whether it still stands is not known when the road is not recorded, or no corridor.
  const isPostNews = !/^(checkpoint|no)/.test(road.period.kind) && places.some(({ kind }) => kind === 'checkpoint');
  const post = isPostNews ? ' An Azerbaijani checkpoint stands at the bridge.' : '';
  const halt = isInterrupted ? ' For some hours of this day traffic is stopped.' : '';
  return `The road between Armenia and Nagorno-Karabakh ${way ? `runs ${way} and ` : ''}${ROAD_WORDS[road.period.kind].sentence}${halt}${post} ${ground}`;
}
