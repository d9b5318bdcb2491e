import { describe, expect, it } from 'vitest';
import { isInside, Obstacles, plateOverlap, type Plate } from '../../geo/layout/labels/obstacles.ts';
import { drawSheet, type Layer, type MapFrame, type Mark } from '../../geo/index.ts';
import { FrameView } from '../../geo/layout/frame.ts';
import { numbers } from '../support/numbers.ts';
import { testFaces } from '../support/faces.ts';
import { sheetSource } from '../support/sheet-source.ts';
import { blankSheet } from '../support/blank-sheet.ts';

const plate = (x: number, y: number, w: number, h: number, degrees = 0): Plate => ({ x, y, halfWidth: w, halfHeight: h, cos: Math.cos(degrees * Math.PI / 180), sin: Math.sin(degrees * Math.PI / 180) });

describe('plates', () => {
  it('overlap where they share ground, and not where they only touch', () => {
    expect(plateOverlap(plate(0, 0, 5, 2), plate(9, 0, 5, 2))).toBe(true);
    expect(plateOverlap(plate(0, 0, 5, 2), plate(10, 0, 5, 2))).toBe(false);
    // Their boxes meet, they do not.
    expect(plateOverlap(plate(0, 0, 10, 1, 45), plate(8, -2, 3, 1))).toBe(false);
  });
  it('agree with points sampled from one in the other', () => {
    const next = numbers(7);
    for (let round = 0; round < 400; round++) {
      const a = plate(next() * 20, next() * 20, 1 + next() * 6, 0.5 + next() * 2, next() * 360), b = plate(next() * 20, next() * 20, 1 + next() * 6, 0.5 + next() * 2, next() * 360);
      const shared = samples(a).some(([x, y]) => {
        const dx = x - b.x, dy = y - b.y;
        return Math.abs(dx * b.cos + dy * b.sin) < b.halfWidth - 1e-9 && Math.abs(dy * b.cos - dx * b.sin) < b.halfHeight - 1e-9;
      });
      if (shared) expect(plateOverlap(a, b)).toBe(true);
      expect(plateOverlap(a, b)).toBe(plateOverlap(b, a));
    }
  });
  it('are found in whatever cells they lie', () => {
    const taken = new Obstacles();
    taken.add(plate(9.9, 9.9, 30, 1, 30));
    expect(taken.isFree(plate(30, 21.5, 1, 1))).toBe(false);
    expect(taken.isFree(plate(30, 30, 1, 1))).toBe(true);
    expect(isInside(plate(5, 5, 4, 1), { x: 0, y: 0, width: 10, height: 10 })).toBe(true);
    expect(isInside(plate(5, 5, 4, 1, 90), { x: 2, y: 2, width: 6, height: 6 })).toBe(false);
  });
});

function samples(a: Plate): [number, number][] {
  return Array.from({ length: 441 }, (_, k) => {
    const u = (k % 21 / 10 - 1) * a.halfWidth, v = (Math.floor(k / 21) / 10 - 1) * a.halfHeight;
    return [a.x + u * a.cos - v * a.sin, a.y + u * a.sin + v * a.cos];
  });
}

describe('names on a sheet', () => {
  const at = (id: string, lon: number, lat: number) => ({ type: 'Feature' as const, id, geometry: { type: 'Point' as const, coordinates: [lon, lat] }, properties: { id, name: `停车场${id}号`, stalls: 10 } });

  it('stand or are listed, each once, and do not overlap', async () => {
    const faces = await testFaces();
    const features = Array.from({ length: 400 }, (_, k) => at(String(k), 114 + (k % 20) * 0.00008, 30 + Math.floor(k / 20) * 0.00004));
    const drawing = drawSheet(blankSheet({ scale: 2000, labels: true }), sheetSource([{ id: 'p', schema: 'parking-facility', name: '', features }]), faces);
    const names = texts(drawing.marks).filter(({ text }) => text.startsWith('停车场'));
    expect(names.length + drawing.leftOut.length).toBe(400);
    expect(names.length).toBeGreaterThan(20);
    expect(drawing.leftOut[0]).toMatchObject({ code: 'layout.label-dropped', frame: 'map', layer: '停车设施' });
    const plates = names.map(({ text, x, y, size }) => plate(x, y - size * 0.36, faces.width(text, size) / 2, size * 0.5));
    plates.forEach((a, i) => plates.slice(i + 1).forEach((b) => { expect(plateOverlap(a, b)).toBe(false); }));
  });
  it('keep clear of the symbols of other points', async () => {
    const features = [at('a', 114, 30), at('b', 114.00006, 30), at('c', 114.0001, 30.00002)];
    const { marks } = drawSheet(blankSheet({ scale: 1000, labels: true }), sheetSource([{ id: 'p', schema: 'parking-facility', name: '', features }]), await testFaces());
    const faces = await testFaces();
    const symbols = paths(marks).filter(({ fill, stroke }) => fill?.color === '#2f6cb3' && stroke);
    expect(symbols.length).toBe(3);
    const names = texts(marks).filter(({ text }) => text.startsWith('停车场'));
    for (const { text, x, y, size } of names) for (const { lines: [ring] } of symbols) {
      const half = faces.width(text, size) / 2, middle = y - size * 0.36;
      for (let i = 0; i < ring.length; i += 2) expect(Math.abs(ring[i] - x) < half && Math.abs(ring[i + 1] - middle) < size / 2).toBe(false);
    }
  });
  it('that two layers know stand once, and those of two things of one layer twice', async () => {
    const place = (id: string, lon: number): Layer => ({ id, schema: 'shelter', name: '', features: [0, 0.0004].map((more, i) => ({ type: 'Feature', id: String(i), geometry: { type: 'Polygon', coordinates: [[[lon + more, 30], [lon + more + 0.0003, 30], [lon + more + 0.0003, 30.0003], [lon + more, 30.0003], [lon + more, 30]]] }, properties: { id: String(i), name: '正阳商务中心' } })) });
    const { marks, leftOut } = drawSheet(blankSheet({ scale: 1000, labels: true }), sheetSource([place('before', 114), place('after', 114.00001)]), await testFaces());
    expect(texts(marks).filter(({ text }) => text === '正阳商务中心')).toHaveLength(2);
    expect(leftOut).toEqual([]);
  });
  it('of a ring of ground stand on the ground, not in its hole', async () => {
    const ring = (half: number) => [[114 - half, 30 - half], [114 + half, 30 - half], [114 + half, 30 + half], [114 - half, 30 + half], [114 - half, 30 - half]];
    const zone: Layer = { id: 'z', schema: 'shelter', name: '', features: [{ type: 'Feature', id: 'z', geometry: { type: 'Polygon', coordinates: [ring(0.0006), ring(0.0004).reverse()] }, properties: { id: 'z', name: '环形工程' } }] };
    const frame = { scale: 1000, labels: true }, [name] = texts(drawSheet(blankSheet(frame), sheetSource([zone]), await testFaces()).marks).filter(({ text }) => text === '环形工程');
    const view = new FrameView({ ...(blankSheet(frame).elements[0] as MapFrame) }), [x0, y0] = view.fromDegrees(114 - 0.0004, 30 + 0.0004), [x1, y1] = view.fromDegrees(114 + 0.0004, 30 - 0.0004);
    expect(name.x > x0 && name.x < x1 && name.y > y0 && name.y < y1).toBe(false);
  });
  it('and the legend leave out what is not in a turned frame', async () => {
    // 170 m east: within the box of a frame that is turned by 45°, not in the frame.
    const far = at('far', 114.00175, 30.0001);
    const layout = blankSheet({ scale: 1000, labels: true, rotation: 45 }, [{ id: 'legend', kind: 'legend', frame: 'map', box: { x: 235, y: 20, width: 50, height: 100 } }]);
    const drawing = drawSheet(layout, sheetSource([{ id: 'p', schema: 'parking-facility', name: '', features: [far] }]), await testFaces());
    expect(texts(drawing.marks).map(({ text }) => text)).toEqual(['图例']);
    expect(drawing.leftOut).toEqual([]);
  });
  it('run along lines, readable from below', async () => {
    const line = (id: string, coordinates: number[][]) => ({ type: 'Feature' as const, id, geometry: { type: 'LineString' as const, coordinates }, properties: { id, name: '紫荆路改造' } });
    const layer = { id: 'r', schema: 'road-project' as const, name: '', features: [line('a', [[114.0004, 30.0004], [113.9996, 29.9996]]), line('b', [[114, 29.9996], [114, 30.0004]])] };
    const words = texts(drawSheet(blankSheet({ scale: 1000, labels: true }), sheetSource([layer]), await testFaces()).marks).filter(({ text }) => text === '紫荆路改造');
    expect(words).toHaveLength(2);
    for (const { angle = 0 } of words) expect(angle > -90.001 && angle < 90).toBe(true);
  });
  it('of sites are larger for the best, and a line leads to a site that its number does not stand on', async () => {
    const ground = [[[113.9999, 29.9999], [114.0001, 29.9999], [114.0001, 30.0001], [113.9999, 30.0001], [113.9999, 29.9999]]];
    const site = (rank: number) => ({ type: 'Feature' as const, id: String(rank), geometry: { type: 'Polygon' as const, coordinates: ground }, properties: { id: String(rank), rank } });
    const { marks } = drawSheet(blankSheet({ scale: 1000, labels: true }), sheetSource([{ id: 's', schema: 'candidate-site', name: '', features: [site(1), site(40)] }]), await testFaces());
    const numberOf = (text: string) => texts(marks).find((word) => word.text === text)!;
    expect(numberOf('40').size / numberOf('1').size).toBeCloseTo(0.6, 9);
    const leaders = paths(marks).filter(({ closed, stroke }) => !closed && stroke?.width === 0.2);
    expect(leaders).toHaveLength(1);
    // Its far end is where both sites are, in the middle of the frame.
    expect(leaders[0].lines[0].slice(2)).toEqual([expect.closeTo(130, 1), expect.closeTo(95, 1)]);
  });
});

function texts(marks: readonly Mark[]): Extract<Mark, { kind: 'text' }>[] {
  return marks.flatMap((mark) => (mark.kind === 'group' ? texts(mark.marks) : mark.kind === 'text' ? [mark] : []));
}
function paths(marks: readonly Mark[]): Extract<Mark, { kind: 'path' }>[] {
  return marks.flatMap((mark) => (mark.kind === 'group' ? paths(mark.marks) : mark.kind === 'path' ? [mark] : []));
}
