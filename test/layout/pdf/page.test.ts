import { describe, expect, it } from 'vitest';
import { writePdf } from '../../../geo/layout/pdf/index.ts';
import { testFaces } from '../../support/faces.ts';
import { area, drawing, line, text } from '../../support/drawings.ts';
import { operators, places, readsAs } from './page.ts';

const DATE = { title: '图', date: '2026-11-25' };
const MILLIMETRE = 72 / 25.4;
const written = async (...marks: Parameters<typeof drawing>[0]) => writePdf(drawing(marks), await testFaces(), DATE);

describe('marks on a page', () => {
  it('a line of 100 mm is 100 mm long, both ways, and stands where it was put', async () => {
    const [a, b, c] = places(await operators(await written(line([20, 30, 120, 30, 120, 130]))));
    expect((b[0] - a[0]) / MILLIMETRE).toBeCloseTo(100, 2);
    expect((b[1] - c[1]) / MILLIMETRE).toBeCloseTo(100, 2);
    expect([a[0] / MILLIMETRE, 297 - a[1] / MILLIMETRE].map((value) => Math.round(value * 100) / 100)).toEqual([20, 30]);
  });
  it('is so on an A0 sheet too, to the far corner', async () => {
    const bytes = await writePdf(drawing([line([0, 0, 1189, 841])], { width: 1189, height: 841 }), await testFaces(), DATE);
    const [a, b] = places(await operators(bytes));
    expect((b[0] - a[0]) / MILLIMETRE).toBeCloseTo(1189, 2);
    expect((a[1] - b[1]) / MILLIMETRE).toBeCloseTo(841, 2);
  });
  it('areas are filled by the even-odd rule, strokes have width, dashes, ends and corners', async () => {
    const lines = await operators(await written(
      area([[10, 10, 50, 10, 50, 50, 10, 50], [20, 20, 40, 20, 40, 40]]),
      line([10, 60, 90, 60], { stroke: { color: '#336699', opacity: 0.5, width: 1.5, dash: [3, 1] } }),
      line([10, 70, 90, 70], { stroke: { color: '#336699', opacity: 0.5, width: 1.5, square: true } }),
    ));
    expect(lines).toContain('f*');
    expect(lines).toContain('1.5 w [3 1] 0 d 1 J 1 j');
    expect(lines).toContain('1.5 w [] 0 d 2 J 0 j');
    expect(lines).toContain('/O1000-500 gs');
    // What is set already is not set again.
    expect(lines.filter((operator) => operator.endsWith(' RG'))).toEqual(['0.2 0.4 0.6 RG']);
  });
  it('what was set inside a group is set again after it', async () => {
    const red = area([[0, 0, 9, 0, 9, 9]], '#ff0000'), blue = area([[0, 0, 9, 0, 9, 9]], '#0000ff');
    const lines = await operators(await written(red, { kind: 'group', id: 'a', clip: [[0, 0, 5, 0, 5, 5]], marks: [blue] }, red));
    expect(lines.filter((operator) => /rg$|^[qQ]$|W/.test(operator))).toEqual(['1 0 0 rg', 'q', 'W* n', '0 0 1 rg', 'Q']);
  });
  it('places that are none are a fault of the program', async () => {
    await expect(written(line([0, 0, NaN, 5]))).rejects.toThrow(/no place/);
    await expect(written(area([[0, 0, 1, 1]], 'red'))).rejects.toThrow(/no colour/);
  });
});

describe('text', () => {
  it('codes read as what was written, one letter or two', async () => {
    const texts = [...(await readsAs(await written(text('瀍 é e\u0301 fi', 10, 10)), 'F')).values()];
    expect(new Set(texts)).toEqual(new Set(['瀍', ' ', 'é', 'e\u0301', 'fi']));
  });
  it('stands once on the page, with its halo', async () => {
    const lines = await operators(await written(text('洛河', 10, 10, { halo: { color: '#ffffff', width: 0.5 } })));
    expect(lines.filter((operator) => operator.includes('TJ'))).toHaveLength(1);
    expect(lines.filter((operator) => operator.includes(' Do'))).toHaveLength(2);
    // A halo of 0.5 mm on each side of letters of 5 mm, in thousandths of the em.
    expect(lines).toContain('200 w [] 0 d 1 J 1 j');
  });
  it('pairs are kerned', async () => {
    const [shown] = (await operators(await written(text('AVA', 10, 10)))).filter((operator) => operator.includes('TJ'));
    expect(shown).toMatch(/\[<\w+>\d+<\w+>\d+<\w+>\] TJ/);
  });
  it('a letter that the font lacks is named', async () => {
    await expect(written(text('甲\u{10FFFD}', 10, 10))).rejects.toMatchObject({ code: 'layout.missing-letter', params: { code: 'U+10FFFD' } });
  });
});
