import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { positionText, readPosition } from './coordinates.ts';

const BRIDGE = { lat: 39.5655, lon: 46.5708 };

test.describe('a position', () => {
  for (const text of [
    '39.5655, 46.5708',
    '39.5655 46.5708',
    ' 39.5655,46.5708 ',
    '39,5655; 46,5708',
    '39,5655 46,5708',
    '39.5655N 46.5708E',
    '39.5655° N, 46.5708° E',
    'N 39.5655 E 46.5708',
    'N39.5655, E46.5708',
    '46.5708 E, 39.5655 N',
    '(39.5655, 46.5708)',
    '39.5655, 46.5708,',
    'lat 39.5655 lon 46.5708',
    'Longitude: 46.5708, latitude: 39.5655',
    '39°33\'55.8"N 46°34\'14.88"E',
    '39° 33′ 55.8″ N, 46° 34′ 14.88″ E',
    "39°33.93'N 46°34.248'E",
    '39º 33′ 55.8″ N, 46º 34′ 14.88″ E',
    '39 33 55.8 N 46 34 14.88 E',
    '39 33 55.8, 46 34 14.88',
    '46:34:14.88 E; 39:33:55.8 N',
    '39.5655,46.5708,12z',
    'geo:39.5655,46.5708',
    'geo:39.5655,46.5708?z=12',
    'https://www.openstreetmap.org/#map=12/39.5655/46.5708',
    'https://www.openstreetmap.org/?mlat=39.5655&mlon=46.5708',
    'https://www.google.com/maps/@39.5655,46.5708,12z',
    'https://www.google.com/maps/place/Somewhere/@39.1,46.1,12z/data=!3m1!4b1!4m6!3m5!1s0!8m2!3d39.5655!4d46.5708',
    'https://maps.google.com/?q=39.5655,46.5708',
    'https://www.google.com/maps/search/?api=1&query=39.5655%2C46.5708',
    'https://www.google.com/maps/search/39.5655,+46.5708?entry=tts',
    'https://www.google.com/maps/search/39.5655,+46.5708/@39.1,46.1,9z',
    'https://www.google.com/maps/dir//39.5655,46.5708/@39.1,46.1,9z',
    'https://www.google.com/maps/dir/Goris,+Armenia/39.5655,46.5708',
    'https://www.bing.com/maps?cp=39.5655~46.5708&lvl=12',
    'https://www.bing.com/maps/?v=2&cp=39.5655%7E46.5708',
    'https://maps.apple.com/?ll=39.5655,46.5708&z=12',
    'https://yandex.com/maps/?ll=46.5708%2C39.5655&z=12',
    'https://yandex.com.tr/harita/10262/lachin/?z=12&ll=46.5708,39.5655',
    'maps.yandex.ru/?ll=46.5708,39.5655',
    'https://lachin.example/map/#map=12/39.5655/46.5708&day=2023-04-23&focus=none&layers=roads',
  ])
    test(`is read from ${text}`, () => {
      const read = readPosition(text);
      expect(read?.lat).toBeCloseTo(BRIDGE.lat, 4);
      expect(read?.lon).toBeCloseTo(BRIDGE.lon, 4);
    });

  test('keeps the zoom of a link', () => {
    expect(readPosition('https://www.openstreetmap.org/#map=12.5/39.6/46.5')?.zoom).toBe(12.5);
    expect(readPosition('https://www.google.com/maps/@39.6,46.5,9z')?.zoom).toBe(9);
    expect(readPosition('https://yandex.com/maps/?ll=46.5%2C39.6&z=12')?.zoom).toBe(12);
    expect(readPosition('https://yandex.ru/maps/?z=12.5&ll=46.5,39.6')?.zoom).toBe(12.5);
    expect(readPosition('https://www.bing.com/maps?lvl=11&cp=39.6~46.5')?.zoom).toBe(11);
    expect(readPosition('39.6, 46.5, 9.5z')?.zoom).toBe(9.5);
    expect(readPosition('39.6, 46.5')?.zoom).toBeUndefined();
  });

  for (const text of [
    '',
    'Lachin',
    '2023-04-23',
    '39.6',
    '39.6, 46.5, 12',
    '91, 46',
    '39.6N 46.5N',
    "39°61'N 46°0'E",
    '39 61 0 N 46 0 0 E',
    '39 33 55 46 34',
    '12 December 2022',
  ])
    test(`is not read from "${text}"`, () => expect(readPosition(text)).toBeUndefined());

  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  test('comes back from its own text, and from degrees, minutes and seconds with letters in either order', () => {
    fc.assert(
      fc.property(degrees(90), degrees(180), (lat, lon) => {
        const read = readPosition(positionText({ lat, lon }));
        expect(read?.lat).toBeCloseTo(lat, 3);
        expect(read?.lon).toBeCloseTo(lon, 3);
        const written = (value: number, letters: string): string => {
          const seconds = Math.round(Math.abs(value) * 36000) / 10;
          const [d, m] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
          return `${d}°${m}'${(seconds % 60).toFixed(1)}"${value < 0 ? letters[1] : letters[0]}`;
        };
        const [north, east] = [written(lat, 'NS'), written(lon, 'EW')];
        for (const text of [`${north} ${east}`, `${east}, ${north}`]) {
          const again = readPosition(text);
          expect(again?.lat).toBeCloseTo(lat, 3);
          expect(again?.lon).toBeCloseTo(lon, 3);
        }
      }),
    );
  });

  test('is one on earth or none, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^[0-9NSEW°'", .;/-]{0,30}$/)), (text) => {
        const read = readPosition(text);
        expect(read === undefined || (Math.abs(read.lat) <= 90 && Math.abs(read.lon) <= 180)).toBe(true);
      }),
    );
  });
});
