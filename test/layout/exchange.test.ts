import { describe, expect, it } from 'vitest';
import { FRESH_KINDS, freshElement, sheetFromText, templateText, UserError, type SheetLayout } from '../../geo/index.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { numbers } from '../support/numbers.ts';

const whole = (): SheetLayout => {
  const sheet = blankSheet({ layers: ['a'], grid: 0 }, [
    { id: 'i', kind: 'image', type: 'image/png', data: 'iVBORw0KGgo=', box: { x: 1, y: 1, width: 20, height: 20 } },
    { id: 't', kind: 'table', title: '表', rows: [['甲', '乙'], ['1', '2']], box: { x: 1, y: 1, width: 20, height: 20 } },
  ]);
  return { ...sheet, elements: [...sheet.elements, ...FRESH_KINDS.flatMap((kind) => freshElement(kind, sheet) ?? [])] };
};

describe('a template goes from office to office', () => {
  it('comes back as it was, without layers, project and review number', () => {
    const sheet = { ...whole(), titleBlock: { ...whole().titleBlock, project: '某市', reviewNumber: 'GS(2026)1' } };
    const back = sheetFromText(templateText(sheet));
    expect(back).toEqual({ ...sheet, titleBlock: { ...sheet.titleBlock, project: '', reviewNumber: '' }, elements: sheet.elements.map((element) => (element.kind === 'map' ? { ...element, layers: null } : element)) });
  });
  it.each([
    ['not JSON at all', 'layout.template-damaged'], ['[]', 'layout.template-foreign'], ['null', 'layout.template-foreign'], ['{"type":"FeatureCollection"}', 'layout.template-foreign'],
    [JSON.stringify({ type: 'undercroft-sheet-template', version: 2, sheet: blankSheet() }), 'layout.template-newer'], [JSON.stringify({ type: 'undercroft-sheet-template', version: 1, sheet: {} }), 'layout.template-damaged'],
  ])('%s is refused', (content, code) => {
    expect(() => sheetFromText(content)).toThrow(expect.objectContaining({ code }));
  });
  it('takes nothing that was not looked at', () => {
    const text = templateText(whole()).replace('"kind": "table",', '"kind": "table", "evil": 1,').replace('"type": "undercroft-sheet-template"', '"type": "undercroft-sheet-template", "__proto__": {"polluted": 1}');
    expect(JSON.stringify(sheetFromText(text))).not.toMatch(/evil|polluted/);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  it('either reads a damaged file or says that it is damaged', () => {
    const sound = templateText(whole()), next = numbers(11);
    const odd = ['null', '-1', '1e999', '""', '[]', '{}', '"x"', 'true', '99999999'];
    let refused = 0;
    for (let round = 0; round < 2000; round++) {
      const at = Math.floor(next() * sound.length);
      const content = round % 2 === 0 ? sound.slice(0, at) + String.fromCharCode(32 + Math.floor(next() * 90)) + sound.slice(at + 1) : sound.replace(/: (?:"[^"]*"|[\d.]+|true|false|null)/g, (value) => (next() < 0.02 ? `: ${odd[Math.floor(next() * odd.length)]}` : value));
      try {
        expect(sheetFromText(content).elements.length).toBeLessThanOrEqual(500);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(200);
  });
});

describe('new elements', () => {
  it('stand on the paper with an id of their own; those of a map need one', () => {
    const sheet = whole();
    expect(new Set(sheet.elements.map(({ id }) => id)).size).toBe(sheet.elements.length);
    const empty = { ...sheet, elements: [] };
    expect(FRESH_KINDS.filter((kind) => freshElement(kind, empty) === null)).toEqual(['map', 'legend', 'scale-bar', 'north-arrow', 'overview']);
  });
});
