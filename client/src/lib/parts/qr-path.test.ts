import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

test('the path darkens exactly the modules of the code, and leaves four around it', () => {
  const text = 'http://192.168.1.7:3000/s/BCDFGH';
  const { size, path } = qrPath(text);
  const dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let step = 0; step < Number(width); step += 1) dark[Number(y)]![Number(x) + step] = true;
  }
  expect(dark).toEqual(encode(text, { ecc: 'M', border: 4 }).data);
  expect(dark.slice(0, 4).flat()).not.toContain(true);
});
