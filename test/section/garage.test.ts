import { describe, expect, it } from 'vitest';
import { cutSection, sectionContext, sectionDxf, sectionShapes, withTrial, type SectionShape } from '../../geo/index.ts';
import { box, degrees, layer, plane } from '../support/section-town.ts';

/** A site of 100 m of the line, two levels of 3.9 m under 3 m of cover, and parts of its garage; a stall of another site, and one that the line passes by. */
const SITE = layer('candidate-site', [{ id: 'site', geometry: box(20, -10, 100, 20), properties: { name: '甲地块', source: 'drawn', topDepth: 3, bottomDepth: 10.8, levels: 2 } }]);
const part = (id: string, fitKind: string, level: number, geometry: ReturnType<typeof box>, siteId = 'site') => ({ id, geometry, properties: { fitKind, level, siteId, variant: 'straight' } });
const PARTS = layer('fit-part', [
  part('stall', 'stall', 1, box(30, -1, 2.4, 5)), part('below', 'stall', 2, box(40, -1, 2.4, 5)), part('column', 'column', 1, box(50, -0.4, 0.8, 0.8)), part('ramp', 'ramp', 1, box(60, -2, 20, 4)),
  part('unit', 'unit', 1, box(20, -10, 50, 20)), part('aisle', 'aisle', 1, box(20, -3, 100, 6)), part('beside', 'stall', 1, box(90, 4, 2.4, 5)), part('other', 'stall', 1, box(100, -1, 2.4, 5), 'elsewhere'),
]);
const model = (layers = [SITE, PARTS]) => cutSection(degrees([[0, 0], [160, 0]]), layers, sectionContext({ focus: 'site' }), plane.code);
const drawn = (of = model()) => sectionShapes(of, 20).filter(({ role }) => role === 'garage');
const extent = ({ lines }: SectionShape) => { const points = lines.flatMap((line) => line.points), xs = points.filter((_, k) => k % 2 === 0), ys = points.filter((_, k) => k % 2 === 1); return [Math.min(...xs), Math.max(...xs), Math.max(...ys), Math.min(...ys)].map((value) => Math.round(value * 100) / 100); };

describe('a garage that was laid out, in the section', () => {
  it('stands on its floors: walls of units, rooms and columns to the slab above, cars in their stalls', () => {
    // From, to, top and bottom of each: the unit's walls first, columns last; aisles are the air between them.
    expect(drawn().map(extent)).toEqual([[20, 70, -3, -6.9], [60, 80, -3, -6.9], [30, 32.4, -5.3, -6.9], [40, 42.4, -9.2, -10.8], [50, 50.8, -3, -6.9]]);
    expect(drawn()[0].lines).toHaveLength(2);
  });
  it('has its own ramps instead of the schematic one', () => {
    const ramps = (layers: Parameters<typeof model>[0]) => sectionShapes(model(layers), 20).filter(({ role }) => role === 'ramp').length;
    expect([ramps([SITE]), ramps([SITE, PARTS])]).toEqual([1, 0]);
  });
  it('moves with the box that is tried, and has no floor that the box has not', () => {
    const tried = drawn(withTrial(model(), { id: 'site', top: 5, levels: 1, levelHeight: 3.9 }));
    expect(tried.map(extent)).toEqual([[20, 70, -5, -8.9], [60, 80, -5, -8.9], [30, 32.4, -7.3, -8.9], [50, 50.8, -5, -8.9]]);
  });
  it('is the later one where a site was laid out twice', () => {
    const later = { ...layer('fit-part', [part('stall', 'stall', 1, box(70, -1, 2.4, 5))]), id: 'later' };
    // Level by level: the second level was not laid out again.
    expect(drawn(model([SITE, PARTS, later])).map(extent)).toEqual([[70, 72.4, -5.3, -6.9], [40, 42.4, -9.2, -10.8]]);
  });
  it('goes out as a layer of CAD of its own', () => {
    const text = new TextDecoder().decode(sectionDxf(model(), 'en')), layers = (of: string) => of.split('\n').filter((line) => line.endsWith('-Garage')).length;
    // Each part's lines name it, and the table of layers does once.
    expect(layers(text)).toBe(drawn().reduce((sum, { lines }) => sum + lines.length, 0) + 1);
    expect(layers(new TextDecoder().decode(sectionDxf(model([SITE]), 'en')))).toBe(0);
  });
});
