import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { loadFaces } from '../../../geo/index.ts';
import type { Mark } from '../../../geo/layout/drawing.ts';
import { writeSvg } from '../../../geo/layout/svg/index.ts';
import { area, drawing, line, text } from '../../support/drawings.ts';
import { testFaces } from '../../support/faces.ts';

const OPTIONS = { date: '2026-11-25', author: '李 & 张' };
const written = async (...marks: Mark[]) => new TextDecoder().decode(await writeSvg(drawing(marks, { title: '图 <1>\u0007' }), await testFaces(), OPTIONS));
async function root(...marks: Mark[]): Promise<Element> {
  const parser = new DOMParser({ onError: (level, message) => { throw new Error(`${level}: ${message}`); } });
  return parser.parseFromString(await written(...marks), 'image/svg+xml').documentElement!;
}
const all = (element: Element, name: string) => [...element.getElementsByTagName(name)];

describe('a sheet as SVG', () => {
  it('is as large as its paper, a unit a millimetre', async () => {
    const svg = await root(line([20, 30, 120.0004, 30]));
    expect(['width', 'height', 'viewBox'].map((name) => svg.getAttribute(name))).toEqual(['420mm', '297mm', '0 0 420 297']);
    expect(all(svg, 'path')[0].getAttribute('d')).toBe('M20 30L120 30');
  });
  it('has areas with holes, dashes, ends and what is half seen through', async () => {
    const [hole, dashes] = all(await root(area([[0, 0, 9, 0, 9, 9], [2, 2, 4, 2, 4, 4]], '#ff8800', 0.5), line([0, 0, 9, 0], { stroke: { color: '#336699', opacity: 1, width: 1.5, dash: [3, 1], square: true } })), 'path');
    expect(hole.getAttribute('d')).toBe('M0 0L9 0 9 9ZM2 2L4 2 4 4Z');
    expect(hole.getAttribute('fill-opacity')).toBe('0.5');
    expect(['stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-opacity'].map((name) => dashes.getAttribute(name))).toEqual(['#336699', '1.5', '3 1', 'square', null]);
  });
  it('names layers, and gives every id once', async () => {
    const group = (id: string, layer?: string): Mark => ({ kind: 'group', id, layer: layer === undefined ? undefined : { id: layer, title: layer }, clip: [[0, 0, 9, 0, 9, 9]], marks: [] });
    const svg = await root(group('地图/1 "a"', '地下空间 <现状>'), group('地图/1 "a"'), group('1'));
    const groups = all(svg, 'g');
    expect(groups.map((one) => one.getAttribute('inkscape:label'))).toEqual(['地下空间 <现状>', null, null]);
    const ids = [...groups, ...all(svg, 'clipPath')].map((one) => one.getAttribute('id'));
    expect(new Set(ids).size).toBe(6);
    expect(ids.every((id) => /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id!))).toBe(true);
    expect(groups[0].getAttribute('clip-path')).toBe(`url(#${all(svg, 'clipPath')[0].getAttribute('id')})`);
  });
  it('keeps text as text, whatever signs it has, turned and with its halo once', async () => {
    const [plain, turned] = all(await root(text('瀍河 <A&B> "1"', 10, 20), text('路', 50, 60, { anchor: 'end', angle: -90, weight: 'bold', halo: { color: '#ffffff', width: 0.4 } })), 'text');
    expect(plain.textContent).toBe('瀍河 <A&B> "1"');
    expect(turned.getAttribute('transform')).toBe('rotate(-90 50 60)');
    expect(['text-anchor', 'stroke-width', 'paint-order', 'font-weight'].map((name) => turned.getAttribute(name))).toEqual(['end', '0.8', 'stroke', '700']);
  });
  it('says title, author and date, without signs that XML has no place for', async () => {
    const svg = await root();
    expect(all(svg, 'title')[0].textContent).toBe('图 <1>');
    expect(all(svg, 'dc:creator')[0].textContent).toBe('李 & 张');
    expect(all(svg, 'dc:date')[0].textContent).toBe('2026-11-25');
  });
  it('carries its letters: set with the font in the file, a line is as long as on the sheet', async () => {
    const words = '瀍淠河 AVATAR 2035（P+R）', faces = await testFaces();
    const font = /font-weight:400;src:url\(data:font\/ttf;base64,([^)]+)\)/.exec(await written(text(words, 10, 10)))![1];
    const bytes = new Uint8Array(Buffer.from(font, 'base64')), own = await loadFaces({ regular: bytes, bold: bytes });
    expect(bytes.length).toBeLessThan(30_000);
    expect(own.width(words, 4)).toBeCloseTo(faces.width(words, 4), 6);
    expect(() => own.set('洛', 'regular')).toThrow(/missing-letter/);
  });
  it('holds images, and refuses half of one', async () => {
    const pixel = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
    const image = (bytes: Uint8Array): Mark => ({ kind: 'image', bytes, type: 'image/png', x: 1, y: 2, width: 30, height: 20 });
    expect(all(await root(image(pixel)), 'image')[0].getAttribute('href')).toBe(`data:image/png;base64,${Buffer.from(pixel).toString('base64')}`);
    await expect(written(image(pixel.slice(0, 50)))).rejects.toMatchObject({ code: 'layout.image-damaged' });
  });
  it('is the same twice', async () => {
    expect(await written(text('甲', 1, 1), area([[0, 0, 9, 0, 9, 9]]))).toBe(await written(text('甲', 1, 1), area([[0, 0, 9, 0, 9, 9]])));
  });
});
