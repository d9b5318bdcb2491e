import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { putLayer, qmlOf, SCHEMA_IDS, SCHEMAS, symbologyOf, type ColourRule } from '../../geo/index.ts';
import { projectWith, SHELTERS, stored } from './projects.ts';

const parsed = (text: string) => new DOMParser({ onError: (level, message) => { throw new Error(`${level}: ${message}`); } }).parseFromString(text, 'text/xml');
const coloursOf = (rule: ColourRule): string[] => (rule.kind === 'single' ? [rule.color] : rule.kind === 'classes' ? [...rule.stops.map(({ color }) => color), rule.unknown, ...(rule.none ? [rule.none.color] : [])] : [...rule.rows.map(({ color }) => color), rule.other]);
const written = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(',');

describe('styles of QGIS', () => {
  it.each(SCHEMA_IDS.flatMap((id) => SCHEMAS[id].geometry.map((kind) => [id, kind] as const)))('%s of %ss have the colours of the map', (id, kind) => {
    const { fill, outline, line, point } = symbologyOf(id);
    // A kind that the map does not draw takes the rule that tells features apart.
    const rules = [{ point: point?.color, line: line?.color, polygon: fill }[kind], outline?.color, fill, line?.color, point?.color].filter((rule): rule is ColourRule => rule !== undefined);
    const own = [{ point, line, polygon: fill }[kind] ? rules[0] : rules.find((rule) => rule.kind !== 'single'), rules[0]].find((rule) => rule !== undefined)!;
    const text = qmlOf(id, kind, [{ column: 'a"<&', title: '名称 <&>' }]);
    const document = parsed(text);
    const symbols = document.getElementsByTagName('symbol');
    expect(symbols.length).toBe(coloursOf(own).length);
    for (const colour of coloursOf(own)) expect(text).toContain(`value="${written(colour)},`);
    const classes = [...Array.from(document.getElementsByTagName('category')), ...Array.from(document.getElementsByTagName('range'))].map((row) => row.getAttribute('symbol'));
    expect(own.kind === 'single' ? [] : classes).toEqual(own.kind === 'single' ? [] : Array.from(symbols).map((symbol) => symbol.getAttribute('name')));
    expect(document.getElementsByTagName('alias')[0].getAttribute('name')).toBe('名称 <&>');
  });

  it('a style that somebody saved stays when the layer is put again', async () => {
    const db = await projectWith(stored(SHELTERS));
    db.exec("UPDATE layer_styles SET styleQML = 'mine'");
    putLayer(db, stored({ ...SHELTERS, features: SHELTERS.features.slice(1) }));
    expect(db.all('SELECT f_table_name AS t, styleQML AS q, useAsDefault AS d FROM layer_styles')).toEqual([{ t: 'shelter', q: 'mine', d: 1 }]);
  });
});
