/** Links already in the wild and what they must open. Only ever added to. */
import type { Day } from '../model/dates.ts';
import type { View } from './view.ts';

export const PUBLISHED_LINKS: readonly { readonly since: Day; readonly fragment: string; readonly opens: View }[] = [
  // The map as it opens.
  {
    since: '2026-11-24',
    fragment: 'map=10/39.68/46.6&day=2023-04-23&focus=none&layers=relief,areas,zone,roads,places,events',
    opens: {
      lat: 39.68,
      lon: 46.6,
      zoom: 10,
      day: '2023-04-23',
      focus: null,
      layers: ['relief', 'areas', 'zone', 'roads', 'places', 'events'],
    },
  },
  // The checkpoint, near the bridge.
  {
    since: '2026-11-24',
    fragment:
      'map=11.5/39.5655/46.5708&day=2023-04-23&focus=2023-04-23-checkpoint&layers=relief,areas,zone,roads,places,events',
    opens: {
      lat: 39.5655,
      lon: 46.5708,
      zoom: 11.5,
      day: '2023-04-23',
      focus: '2023-04-23-checkpoint',
      layers: ['relief', 'areas', 'zone', 'roads', 'places', 'events'],
    },
  },
  // The day the sit-in began, with its `#`, and two layers.
  {
    since: '2026-11-24',
    fragment: '#map=12.25/39.769/46.7457&day=2022-12-12&focus=2022-12-12-road-blocked&layers=roads,places',
    opens: {
      lat: 39.769,
      lon: 46.7457,
      zoom: 12.25,
      day: '2022-12-12',
      focus: '2022-12-12-road-blocked',
      layers: ['roads', 'places'],
    },
  },
  // Lachin before the second war, all layers on.
  {
    since: '2026-11-24',
    fragment:
      'map=10/39.6402/46.5488&day=2019-06-01&focus=lachin&layers=relief,areas,districts,zone,roads,places,events',
    opens: {
      lat: 39.6402,
      lon: 46.5488,
      zoom: 10,
      day: '2019-06-01',
      focus: 'lachin',
      layers: ['relief', 'areas', 'districts', 'zone', 'roads', 'places', 'events'],
    },
  },
  // A position alone, as OpenStreetMap writes it.
  {
    since: '2026-11-24',
    fragment: '#map=12/39.6/46.53',
    opens: {
      lat: 39.6,
      lon: 46.53,
      zoom: 12,
      day: '2023-04-23',
      focus: null,
      layers: ['relief', 'areas', 'zone', 'roads', 'places', 'events'],
    },
  },
  // The bare ground.
  {
    since: '2026-11-24',
    fragment: 'map=8.5/39.9/46.7&day=2021-06-01&focus=none&layers=none',
    opens: { lat: 39.9, lon: 46.7, zoom: 8.5, day: '2021-06-01', focus: null, layers: [] },
  },
  // As a chat program escaped it.
  {
    since: '2026-11-24',
    fragment: 'map=9.5%2F39.66%2F46.55&day=2023-09-24&focus=2023-09-24-exodus&layers=areas%2Croads%2Cplaces%2Cevents',
    opens: {
      lat: 39.66,
      lon: 46.55,
      zoom: 9.5,
      day: '2023-09-24',
      focus: '2023-09-24-exodus',
      layers: ['areas', 'roads', 'places', 'events'],
    },
  },
  // With a field that we do not know, such as a site that refers to us may add.
  {
    since: '2026-11-24',
    fragment: 'map=10/39.8182/46.7511&day=2023-09-19&focus=stepanakert&layers=roads,places,events&via=newsletter',
    opens: {
      lat: 39.8182,
      lon: 46.7511,
      zoom: 10,
      day: '2023-09-19',
      focus: 'stepanakert',
      layers: ['roads', 'places', 'events'],
    },
  },
  // Two days side by side: the road open by its old way, and the checkpoint.
  {
    since: '2026-11-24',
    fragment: 'map=10/39.68/46.6&day=2023-05-01&focus=none&layers=areas,zone,roads,places,events&against=2021-06-01',
    opens: {
      lat: 39.68,
      lon: 46.6,
      zoom: 10,
      day: '2023-05-01',
      focus: null,
      layers: ['areas', 'zone', 'roads', 'places', 'events'],
      against: '2021-06-01',
    },
  },
  // Short, as the share dialog writes it: layers by letter.
  {
    since: '2026-11-24',
    fragment: 'map=10.5/39.6/46.55&day=2023-01-15&focus=lachin&layers=razope',
    opens: {
      lat: 39.6,
      lon: 46.55,
      zoom: 10.5,
      day: '2023-01-15',
      focus: 'lachin',
      layers: ['relief', 'areas', 'zone', 'roads', 'places', 'events'],
    },
  },
  {
    since: '2026-11-24',
    fragment: 'map=9/39.8/46.7&day=2020-09-26&focus=none&layers=rado',
    opens: {
      lat: 39.8,
      lon: 46.7,
      zoom: 9,
      day: '2020-09-26',
      focus: null,
      layers: ['relief', 'areas', 'districts', 'roads'],
    },
  },
];
