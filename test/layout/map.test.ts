import { describe, expect, it } from 'vitest';
import { drawSheet, sheetFromTemplate, TEMPLATES, templatesFor, type Layer, type Mark } from '../../geo/index.ts';
import { circle } from '../../geo/layout/map/layer-marks.ts';
import { clipLine } from '../../geo/layout/map/clip-line.ts';
import { hatchMarks } from '../../geo/layout/map/hatch.ts';
import { gridInterval } from '../../geo/layout/map/grid.ts';
import { fittingScale, roundLength } from '../../geo/layout/scales.ts';
import { wrapText } from '../../geo/layout/font/wrap.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { testFaces } from '../support/faces.ts';
import { sheetSource } from '../support/sheet-source.ts';

const square = (id: string, lon: number, lat: number, properties = {}): Layer['features'][number] => ({
  type: 'Feature', id, geometry: { type: 'Polygon', coordinates: [[[lon, lat], [lon + 0.0002, lat], [lon + 0.0002, lat + 0.0002], [lon, lat + 0.0002], [lon, lat]]] }, properties: { id, ...properties },
});
const all = (marks: readonly Mark[]): Mark[] => marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...all(mark.marks)] : [mark]));
const textsOf = (marks: readonly Mark[]) => all(marks).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const pathsOf = (marks: readonly Mark[]) => all(marks).flatMap((mark) => (mark.kind === 'path' ? [mark] : []));

describe('scales', () => {
  it('rounds to the series, and beyond it to hundred thousands', () => {
    expect(fittingScale({ width: 300, height: 100 }, { width: 200, height: 100 })).toBe(2000);
    expect(fittingScale({ width: 100, height: 100 }, { width: 200, height: 200 })).toBe(500);
    expect(fittingScale({ width: 60_000, height: 10 }, { width: 200, height: 100 })).toBe(300_000);
  });
  it('finds round lengths', () => {
    expect([0.03, 1, 3, 7, 60, 499, 500].map(roundLength).map((x) => Number(x.toPrecision(3)))).toEqual([0.02, 1, 2, 5, 50, 200, 500]);
    expect([500, 1000, 50_000].map(gridInterval)).toEqual([50, 100, 5000]);
  });
});

describe('lines', () => {
  it('are clipped to a box', () => {
    const box = { x: 0, y: 0, width: 10, height: 5 };
    expect(clipLine(-5, 2, 15, 2, box)).toEqual([0, 2, 10, 2]);
    expect(clipLine(-5, 6, 15, 6, box)).toBeNull();
    expect(clipLine(2, 2, 3, 3, box)).toEqual([2, 2, 3, 3]);
  });
  it('of a hatch lie in the ring and not in its hole', () => {
    const marks = hatchMarks([[0, 0, 10, 0, 10, 10, 0, 10], [4, 4, 6, 4, 6, 6, 4, 6]], { angle: 0, spacing: 1, width: 0.1, color: '#000000' }, { x: 0, y: 0, width: 20, height: 20 });
    const lines = marks.flatMap((mark) => (mark.kind === 'path' ? mark.lines : []));
    const length = lines.reduce((sum, [ax, , bx]) => sum + bx - ax, 0);
    // Ten lines of 10 mm (the edge at 10 is open), of which two cross the hole of 2 mm.
    expect(length).toBeCloseTo(96, 6);
  });
  it('that are white have edges on paper, all of them below all lines', async () => {
    const way = (id: string, coordinates: number[][]): Layer['features'][number] => ({ type: 'Feature', id, geometry: { type: 'LineString', coordinates }, properties: { id } });
    const ways: Layer = { id: 'w', schema: 'walking-network', name: '', features: [way('a', [[113.9998, 30], [114.0002, 30]]), way('b', [[114, 29.9998], [114, 30.0002]])] };
    const strokes = pathsOf(drawSheet(blankSheet({ scale: 1000 }), sheetSource([ways]), await testFaces()).marks).flatMap(({ stroke, closed }) => (stroke && !closed && ['#ffffff', '#a49e92'].includes(stroke.color) ? [stroke] : []));
    expect(strokes.map(({ color }) => color)).toEqual(['#a49e92', '#a49e92', '#ffffff', '#ffffff']);
    expect(strokes[0].width - strokes[2].width).toBeCloseTo(0.24, 9);
  });
  it('draw a circle', () => {
    const points = circle([1, 2], 3);
    expect(points).toHaveLength(64);
    for (let i = 0; i < 64; i += 2) expect(Math.hypot(points[i] - 1, points[i + 1] - 2)).toBeCloseTo(3, 9);
  });
});

describe('text', () => {
  it('breaks between Chinese letters and at spaces, not before marks', async () => {
    const faces = await testFaces();
    const lines = wrapText('紫荆路道路改造工程，地下停车库（一期）near the river', 20, 3, faces);
expect(lines.join('').replaceAll(' ', '')).toBe('紫荆路道路改造工程，地下停车库（一期）neartheriver');
    for (const line of lines) {
      expect(faces.width(line, 3)).toBeLessThanOrEqual(20 + 3);
      expect(line).not.toMatch(/^[，）]/);
      expect(line).not.toMatch(/（$/);
    }
  });
  it('without a letter for it is an error that names the letter', async () => {
    const faces = await testFaces();
    expect(() => faces.width('路\u{2A6D6}', 3)).toThrow(expect.objectContaining({ code: 'layout.missing-letter', params: { letter: '\u{2A6D6}', code: 'U+2A6D6' } }));
  });
});

describe('the legend', () => {
  const parcels: Layer = { id: 'parcels', schema: 'land-parcel', name: '', features: [square('a', 114, 30, { landUse: 'R2' }), square('b', 114.2, 30, { landUse: 'M1' })] };
  const legend = { id: 'legend', kind: 'legend' as const, frame: 'map', box: { x: 235, y: 20, width: 50, height: 100 } };
  it('holds only what is in the frame', async () => {
    const texts = textsOf(drawSheet(blankSheet({}, [legend]), sheetSource([parcels]), await testFaces()).marks);
    expect(texts).toContain('居住用地');
    expect(texts).not.toContain('工业用地');
  });
  it('says what found no room', async () => {
    const { leftOut } = drawSheet(blankSheet({}, [{ ...legend, box: { ...legend.box, height: 5 } }]), sheetSource([parcels]), await testFaces());
    expect(leftOut).toContainEqual({ code: 'layout.legend-cut', frame: 'legend', layer: '用地', text: '居住用地' });
  });
});

describe('the north arrow', () => {
  const north = (wind: number[] | null) => ({ id: 'n', kind: 'north-arrow' as const, frame: 'map', wind, box: { x: 240, y: 20, width: 20, height: 20 } });
  const rings = async (wind: number[] | null) => {
    const { marks } = drawSheet(blankSheet({}, [north(wind)]), sheetSource([]), await testFaces());
    const group = marks.find((mark) => mark.kind === 'group' && mark.id === 'n');
    return group?.kind === 'group' ? group.marks.flatMap((mark) => (mark.kind === 'path' ? mark.lines.map((line) => line.length / 2) : [])) : [];
  };
  it('is a plain arrow without frequencies, and a rose with a corner a direction with them', async () => {
    expect(await rings(null)).toEqual([3, 3]);
    // Rings at 5, 10 and 15 per cent, the rose, the cross.
    expect(await rings([15, 5, 5, 10, 20, 15, 10, 20])).toEqual([32, 32, 32, 32, 8, 2, 2]);
    expect(await rings([0, 0, 0, 0, 0, 0, 0, 0])).toEqual([3, 3]);
  });
});

describe('the overview', () => {
  const ground: Layer = { id: 'boundary', schema: 'boundary', name: '', features: [square('b', 114, 30)] };
  const frameIn = async (scale: number) => {
    const box = { x: 235, y: 20, width: 50, height: 40 }, layout = blankSheet({ scale }, [{ id: 'o', kind: 'overview', frame: 'map', box }]);
    const red = pathsOf(drawSheet(layout, sheetSource([ground]), await testFaces()).marks).find(({ stroke }) => stroke?.color === '#d32f2f')!;
    const [xs, ys] = [0, 1].map((k) => red.lines[0].filter((_, i) => i % 2 === k));
    return { isWashed: red.fill !== undefined, isInside: Math.min(...xs) >= box.x && Math.max(...xs) <= box.x + box.width && Math.min(...ys) >= box.y && Math.max(...ys) <= box.y + box.height };
  };
  it('marks the part that a frame shows, and of a frame that shows more than the whole all sides, without a colour over everything', async () => {
    expect(await frameIn(20)).toEqual({ isWashed: true, isInside: true });
    expect(await frameIn(5000)).toEqual({ isWashed: false, isInside: true });
  });
});

describe('templates', () => {
  const city: Layer[] = [
    { id: 'boundary', schema: 'boundary', name: '', features: [square('x', 114, 30)] },
    { id: 'shelter', schema: 'shelter', name: '', features: [square('s', 114.0001, 30.0001, { name: '甲人防' })] },
  ];
  it('are offered where there is something for them', () => {
    expect(templatesFor(city).map(({ id }) => id)).toEqual(['present', 'civil-defence']);
    expect(TEMPLATES).toHaveLength(9);
  });
  it('make a sheet at a scale of the series with everything on the paper', async () => {
    for (const paper of ['A4', 'A3', 'A2', 'A1', 'A0'] as const) for (const landscape of [true, false]) {
      const layout = sheetFromTemplate({ template: 'civil-defence', paper, landscape, language: 'zh', project: '某市', date: '2026-11-25', layers: city });
      const drawing = drawSheet(layout, sheetSource(city), await testFaces());
      for (const { box } of layout.elements) {
        expect(box.width > 0 && box.height > 0).toBe(true);
        expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= drawing.width && box.y + box.height <= drawing.height).toBe(true);
      }
      expect(textsOf(drawing.marks)).toEqual(expect.arrayContaining(['某市 · 人防工程布局图', '比例尺 1:500', 'DX-05', '甲人防']));
    }
  });
  const result = (run: string, schema: Layer['schema'], name: string): Layer => ({ id: `${run}/${name}`, schema, name, features: [square('u', 114.0001, 30.0001)] });
  const layersOf = (template: string, layers: Layer[]) => sheetFromTemplate({ template, paper: 'A3', landscape: true, language: 'zh', project: '', date: '2026-11-25', layers }).elements.flatMap((element) => (element.kind === 'map' ? [...element.layers!] : []));
  it('show the results of one service, not one laid over the other', () => {
    const layers = [...city, ...['shelter-coverage', 'parking-shortage-day', 'parking-shortage-night'].flatMap((run) => [result(run, 'demand-result', 'demand-units'), result(run, 'shortage-area', 'shortage-areas')])];
    expect(layersOf('shortage', layers)).toEqual(['boundary', 'parking-shortage-night/demand-units', 'parking-shortage-night/shortage-areas']);
    expect(layersOf('shelter-shortage', layers)).toEqual(['boundary', 'shelter', 'shelter-coverage/demand-units', 'shelter-coverage/shortage-areas']);
    expect(templatesFor(layers.filter(({ id }) => !id.startsWith('parking'))).map(({ id }) => id)).not.toContain('shortage');
  });
  it('leave the land use to be seen, and show the sites that were chosen instead of all', () => {
    const layer = (schema: Layer['schema']): Layer => ({ id: schema, schema, name: '', features: [square(schema, 114, 30)] });
    expect(layersOf('present', [...city, layer('demand-unit')])).toContain('demand-unit');
    expect(layersOf('present', [...city, layer('demand-unit'), layer('land-parcel')])).toEqual(['boundary', 'shelter', 'land-parcel']);
    expect(layersOf('near-term', [...city, layer('road-project'), layer('candidate-site')])).toContain('candidate-site');
    expect(layersOf('near-term', [...city, layer('road-project'), layer('candidate-site'), layer('portfolio-site')])).not.toContain('candidate-site');
  });
  it('draw the same marks twice, whatever came before', async () => {
    const layout = sheetFromTemplate({ template: 'present', paper: 'A3', landscape: true, language: 'en', project: 'City', date: '2026-11-25', layers: city });
    expect(drawSheet(layout, sheetSource(city), await testFaces())).toEqual(drawSheet(layout, sheetSource(city), await testFaces()));
  });
  it('refuse what is not there', () => {
    const wishes = { paper: 'A3' as const, landscape: true, language: 'zh' as const, project: '', date: '2026-11-25', layers: city };
    expect(() => sheetFromTemplate({ ...wishes, template: 'sites' })).toThrow(expect.objectContaining({ code: 'layout.nothing-to-show' }));
    expect(() => sheetFromTemplate({ ...wishes, template: 'x' })).toThrow(expect.objectContaining({ code: 'layout.no-template' }));
  });
});

describe('the smallest project', () => {
  it('one place makes a sheet with numbers for places', async () => {
    const one: Layer = { id: 'one', schema: 'parking-facility', name: '', features: [{ type: 'Feature', id: 'p', geometry: { type: 'Point', coordinates: [114, 30] }, properties: { id: 'p' } }] };
    const layout = sheetFromTemplate({ template: 'parking', paper: 'A4', landscape: false, language: 'zh', project: '某市', date: '2026-11-25', layers: [one] });
    const numbers = all(drawSheet(layout, sheetSource([one]), await testFaces()).marks).flatMap((mark) => (mark.kind === 'path' ? mark.lines.flat() : mark.kind === 'text' ? [mark.x, mark.y] : []));
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.every(Number.isFinite)).toBe(true);
  });
});

describe('a scale bar', () => {
  it('is drawn in a box of any shape', async () => {
    for (const [width, height] of [[5, 50], [20, 20], [100, 5], [60, 13]]) {
      const { marks } = drawSheet(blankSheet({}, [{ id: 's', kind: 'scale-bar', frame: 'map', box: { x: 10, y: 10, width, height } }]), sheetSource([]), await testFaces());
      expect(all(marks).length).toBeGreaterThan(8);
    }
  });
});

describe('the title block', () => {
  const said = async (block: Partial<ReturnType<typeof blankSheet>['titleBlock']>, language: 'zh' | 'en', width = 72) => {
    const sheet = blankSheet({}, [{ id: 'block', kind: 'title-block', box: { x: 200, y: 100, width, height: 56 } }]);
    return drawSheet({ ...sheet, language, titleBlock: { ...sheet.titleBlock, ...block } }, sheetSource([]), await testFaces());
  };
  it('writes a review number whole, and states the level of the sheet', async () => {
    for (const language of ['zh', 'en'] as const) {
      const drawing = await said({ reviewNumber: '鄂S(2026)012号', designer: 'Zhang Weiming' }, language, 52);
      expect(textsOf(drawing.marks)).toEqual(expect.arrayContaining(['鄂S(2026)012号', 'Zhang Weiming', language === 'zh' ? '内部' : 'Internal']));
      expect(drawing.leftOut).toEqual([]);
    }
  });
  it('tells what it had to cut', async () => {
    const { leftOut } = await said({ designer: '一二三四五六七八九十'.repeat(4) }, 'zh');
    expect(leftOut).toMatchObject([{ code: 'layout.words-cut', frame: 'block', layer: '设计' }]);
  });
});
