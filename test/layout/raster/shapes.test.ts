import { describe, expect, it } from 'vitest';
import type { Mark, PathMark } from '../../../geo/layout/drawing.ts';
import { area, drawing, line } from '../../support/drawings.ts';
import { numbers } from '../../support/numbers.ts';
import { ink, inkArea, painted } from '../../support/pixels.ts';

// Four pixels to a millimetre.
const small = (marks: readonly Mark[], width = 10, height = 10) => drawing(marks, { width, height });
const black = (...rings: number[][]) => area(rings, '#000000');
const inkOf = async (...marks: Mark[]) => ink(await painted(small(marks)));
const areaOf = async (...marks: Mark[]) => inkArea(await painted(small(marks)));
const pen = (width: number, more: Partial<NonNullable<PathMark['stroke']>> = {}) => ({ stroke: { color: '#000000', opacity: 1, width, ...more } });

describe('areas cover as much of a pixel as they do', () => {
  it('a rectangle between pixels', async () => {
    // From 1.3 to 3.5 and from 2 to 2.25 pixels.
    const rows = await inkOf(black([0.325, 0.5, 0.875, 0.5, 0.875, 0.5625, 0.325, 0.5625]));
    expect(rows[2].slice(0, 5)).toEqual([0, 0.7, 1, 0.5, 0].map((share) => 255 - Math.floor(255.5 - 255 * share * 0.25)));
    expect(rows.flat().filter((value) => value > 0)).toHaveLength(3);
  });
  it('any triangle, to a byte, however it lies and wherever it leaves the paper', async () => {
    const next = numbers(5);
    for (let round = 0; round < 60; round++) {
      const ring = Array.from({ length: 6 }, () => next() * 16 - 3), rows = await inkOf(black(ring));
      let worst = 0;
      rows.forEach((row, y) => row.forEach((value, x) => { worst = Math.max(worst, Math.abs(value - 255 * pixelShare(ring.map((v) => v * 4), x, y))); }));
      expect(worst).toBeLessThan(1);
    }
  });
  it('holes by the even-odd rule, whichever way rings run', async () => {
    const outer = [1, 1, 6, 1, 6, 6, 1, 6], hole = [2.1, 2.1, 2.1, 4.1, 4.1, 4.1, 4.1, 2.1], turned = [2.1, 2.1, 4.1, 2.1, 4.1, 4.1, 2.1, 4.1];
    const rows = await inkOf(black(outer, hole));
    expect(rows).toEqual(await inkOf(black(outer, turned)));
    expect(rows[12][12]).toBe(0);
    expect(rows.flat().reduce((sum, value) => sum + value, 0) / 255).toBeCloseTo((25 - 4) * 16, 0);
  });
  it('two rings that meet within a pixel fill it, whichever way they run', async () => {
    const rows = await inkOf(black([1, 1, 2.1, 1, 2.1, 3, 1, 3], [2.1, 1, 2.1, 3, 4, 3, 4, 1]));
    expect(rows[8][8]).toBe(255);
  });
  it('half seen through, once and twice', async () => {
    const square = [1, 1, 3, 1, 3, 3, 1, 3];
    expect((await inkOf(area([square], '#000000', 0.4)))[6][6]).toBe(102);
    expect((await inkOf(area([square], '#000000', 0.4), area([square], '#000000', 0.4)))[6][6]).toBe(163);
  });
});

describe('strokes', () => {
  it('are as wide and as long as they are, with round ends', async () => {
    expect(await areaOf(line([2, 5, 8, 5], pen(1)))).toBeCloseTo((6 + Math.PI / 4) * 16, 0);
  });
  it('square ends and corners reach out', async () => {
    expect(await areaOf(line([2, 5, 8, 5], pen(1, { square: true })))).toBeCloseTo(7 * 16, 1);
    expect(await areaOf(line([2, 2, 8, 2, 8, 8, 2, 8], { closed: true, ...pen(1, { square: true }) }))).toBeCloseTo((49 - 25) * 16, 0);
    expect(await areaOf(line([2, 2, 8, 2, 8, 8, 2, 8], { closed: true, ...pen(1) }))).toBeCloseTo((49 - 25 - 1 + Math.PI / 4) * 16, 0);
  });
  it('run either way, turn either way and go back on themselves', async () => {
    const bent = [2, 2, 7, 3, 3, 7];
    const once = await areaOf(line(bent, pen(0.8)));
    expect(await areaOf(line([3, 7, 7, 3, 2, 2], pen(0.8)))).toBeCloseTo(once, 1);
    expect(await areaOf(line([2, 2, 7, 2, 4, 2], pen(1)))).toBeCloseTo((5 + Math.PI / 4) * 16, 0);
  });
  it('a very sharp square corner is cut', async () => {
    const rows = await inkOf(line([2, 5, 8, 5, 2, 5.4], pen(0.5, { square: true })));
    expect(rows.every((row) => row.slice(8.6 * 4).every((value) => value === 0))).toBe(true);
  });
  it('dashes are as long as they are, around corners too', async () => {
    expect(await areaOf(line([1, 2, 9, 2], pen(0.5, { dash: [1, 1], square: true })))).toBeCloseTo(4 * 1.5 * 0.5 * 16, 0);
    const rows = await inkOf(line([1, 1, 5, 1, 5, 5], pen(0.5, { dash: [3, 2], square: false })));
    // Ink from 0 to 3 mm, none to 5 mm, which is 1 mm beyond the corner, then ink to 8.
    expect([rows[4][12], rows[4][19], rows[12][20]].map((value) => value > 100)).toEqual([true, false, true]);
    expect(rows[5][20]).toBe(0);
  });
  it('a line without length is a dot', async () => {
    expect(await areaOf(line([5, 5, 5, 5], pen(2)))).toBeCloseTo(Math.PI * 16, 0);
    expect(await areaOf(line([5, 5], pen(2, { square: true })))).toBeCloseTo(4 * 16, 1);
  });
});

describe('clips', () => {
  const all: Mark = black([0, 0, 10, 0, 10, 10, 0, 10]);
  const clipped = (clip: number[][], marks: Mark[]): Mark => ({ kind: 'group', id: 'c', clip, marks });
  it('leave what is in all of them, by parts of a pixel', async () => {
    const rows = await inkOf(clipped([[1, 1, 5, 1, 5, 5, 1, 5]], [clipped([[3, 3, 8.125, 3, 8.125, 8, 3, 8]], [all]), clipped([[6, 6, 7, 6, 7, 7]], [all])]));
    expect(rows.flat().filter((value) => value > 0)).toHaveLength(64);
    expect((await inkOf(clipped([[3, 3, 8.125, 3, 8.125, 8, 3, 8]], [all])))[20][32]).toBe(128);
  });
  it('end with their group, and have holes', async () => {
    const rows = await inkOf(clipped([[1, 1, 5, 1, 5, 5, 1, 5], [2, 2, 3, 2, 3, 3, 2, 3]], [all]), black([8, 8, 9, 8, 9, 9, 8, 9]));
    expect([rows[6][6], rows[10][10], rows[34][34]]).toEqual([255, 0, 255]);
  });
});

describe('bands', () => {
  it('of any height give the same pixels', async () => {
    const next = numbers(9);
    const marks: Mark[] = Array.from({ length: 30 }, (_, i): Mark => {
      const ring = Array.from({ length: 8 }, () => next() * 12 - 1);
      return i % 3 === 0 ? line(ring, pen(0.2 + next(), { dash: i % 2 ? [1, 0.5] : undefined })) : { ...area([ring], '#336699', 0.5), stroke: { color: '#aa0000', opacity: 0.7, width: 0.3, square: true } };
    });
    const sheet = small([...marks, { kind: 'group', id: 'g', clip: [[2, 2, 8, 3, 5, 9]], marks }]);
    const whole = await painted(sheet, 150);
    for (const rows of [1, 7, 20]) expect(Buffer.compare((await painted(sheet, 150, rows)).rgb, whole.rgb)).toBe(0);
  });
});

/** Share of a pixel within a triangle: cut by the pixel's four sides, then its area. */
function pixelShare(ring: readonly number[], x: number, y: number): number {
  let points = Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i], ring[2 * i + 1]]);
  for (const [axis, sign, at] of [[0, 1, x], [0, -1, x + 1], [1, 1, y], [1, -1, y + 1]]) {
    points = points.flatMap((p, i) => {
      const q = points[(i + 1) % points.length], a = sign * (p[axis] - at), b = sign * (q[axis] - at);
      const cut = a * b < 0 ? [p.map((v, k) => v + (q[k] - v) * a / (a - b))] : [];
      return a >= 0 ? [p, ...cut] : cut;
    });
  }
  return Math.abs(points.reduce((sum, [ax, ay], i) => sum + ax * points[(i + 1) % points.length][1] - points[(i + 1) % points.length][0] * ay, 0)) / 2;
}
