import { PDFArray, PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../geo/layout/drawing.ts';
import { PROJECT_TYPE, readAttachedProject, writePdf } from '../../../geo/layout/pdf/index.ts';
import { numbers } from '../../support/numbers.ts';
import { testFaces } from '../../support/faces.ts';
import { png } from '../../support/png.ts';
import { drawing, frame, line, text } from '../../support/drawings.ts';
import { catalog, operators } from './page.ts';

const OPTIONS = { title: '图集', author: '李四', date: '2026-11-25', keywords: ['ab'] };
const sheet = (title: string) => drawing([{ kind: 'group', id: 'a', layer: { id: 'shortage', title: '停车缺口' }, marks: [line([1, 1, 9, 9]), text(title, 20, 20)] }, { kind: 'group', id: 'b', layer: { id: 'names', title: '注记' }, marks: [] }, { kind: 'group', id: 'c', layer: { id: 'more-names', title: '注记' }, marks: [] }], { title, frames: [frame(4547, [10, 10, 100, 80], 5e5, 33e5, 1)] });
const at = (dict: PDFDict, ...keys: string[]) => keys.reduce((inner: PDFDict, key) => inner.lookup(PDFName.of(key), PDFDict), dict);
const names = (list: PDFArray) => Array.from({ length: list.size() }, (_, i) => list.lookup(i, PDFDict).lookup(PDFName.of('Name'), PDFHexString).decodeText());

describe('a file of sheets', () => {
  it('has the same bytes for the same sheets, and another ID for others', async () => {
    const faces = await testFaces();
    const [once, twice, other] = await Promise.all([writePdf(sheet('甲'), faces, OPTIONS), writePdf(sheet('甲'), faces, OPTIONS), writePdf(sheet('乙'), faces, OPTIONS)]);
    expect(Buffer.compare(once, twice)).toBe(0);
    const id = (bytes: Uint8Array) => /\/ID \[ <(\w{32})> <\1> \]/.exec(Buffer.from(bytes).toString('latin1'))![1];
    expect(id(once)).not.toBe(id(other));
    expect(id(once)).not.toMatch(/^0+$/);
  });
  it('lists its layers, one for all sheets of an atlas, two where two have one title', async () => {
    const bytes = await writePdf([sheet('甲'), sheet('乙')], await testFaces(), OPTIONS);
    const properties = at(await catalog(bytes), 'OCProperties');
    expect(names(properties.lookup(PDFName.of('OCGs'), PDFArray))).toEqual(['停车缺口', '注记', '注记']);
    expect(names(at(properties, 'D').lookup(PDFName.of('Order'), PDFArray))).toEqual(['停车缺口', '注记', '注记']);
    expect((await operators(bytes, 1)).filter((operator) => /BDC|EMC/.test(operator))).toEqual(['/OC /L0 BDC', 'EMC', '/OC /L1 BDC', 'EMC', '/OC /L2 BDC', 'EMC']);
  });
  it('has bookmarks: the sheets of an atlas, or as asked, chapters too', async () => {
    const faces = await testFaces(), two = [sheet('甲'), sheet('乙')];
    const first = async (bytes: Uint8Array) => at(await catalog(bytes), 'Outlines', 'First');
    const title = (bookmark: PDFDict) => bookmark.lookup(PDFName.of('Title'), PDFHexString).decodeText();
    const plain = await first(await writePdf(two, faces, OPTIONS));
    expect([title(plain), title(at(plain, 'Next'))]).toEqual(['甲', '乙']);
    const chapter = await first(await writePdf(two, faces, { ...OPTIONS, bookmarks: [{ title: '选址', page: 0, children: [{ title: '一号', page: 1 }] }] }));
    expect([title(chapter), title(at(chapter, 'First'))]).toEqual(['选址', '一号']);
    await expect(writePdf(two, faces, { ...OPTIONS, bookmarks: [{ title: '无', page: 2 }] })).rejects.toThrow(/page 3 of 2/);
  });
  it('carries an image once, though every sheet brings it anew', async () => {
    const logo = () => png({ width: 2, height: 1, depth: 8, color: 6, rows: [[0, 1, 2, 3, 255, 4, 5, 6, 90]] });
    const sheets = [0, 1].map((): Drawing => drawing([{ kind: 'image', bytes: logo(), type: 'image/png', x: 1, y: 1, width: 9, height: 9 }]));
    const bytes = Buffer.from(await writePdf(sheets, await testFaces(), OPTIONS)).toString('latin1');
    // The image and its mask.
    expect(bytes.match(/Subtype \/Image/g)).toHaveLength(2);
  });
  it('says how far it is, and can be stopped there', async () => {
    const done: number[] = [];
    const stop = writePdf([sheet('甲'), sheet('乙'), sheet('丙')], await testFaces(), { ...OPTIONS, onPage: (page) => { done.push(page); if (page === 2) throw new Error('stopped'); } });
    await expect(stop).rejects.toThrow('stopped');
    expect(done).toEqual([1, 2]);
  });
  it('takes no date that is none', async () => {
    await expect(writePdf(sheet('甲'), await testFaces(), { ...OPTIONS, date: 'today' })).rejects.toMatchObject({ code: 'layout.date' });
    await expect(writePdf(sheet('甲'), await testFaces(), { ...OPTIONS, date: '2026-02-30' })).rejects.toMatchObject({ code: 'layout.date' });
  });
  it('has no date where the sheet has none yet', async () => {
    const bytes = Buffer.from(await writePdf(sheet('甲'), await testFaces(), { ...OPTIONS, date: '' })).toString('latin1');
    expect(bytes).not.toMatch(/CreationDate|CreateDate/);
  });
});

describe('the project in a sheet', () => {
  const next = numbers(3), project = Uint8Array.from({ length: 60_000 }, () => Math.floor(next() * 256));
  const carrying = async (attachments = [{ name: '项目.gpkg', bytes: project, type: PROJECT_TYPE }]) => writePdf(sheet('甲'), await testFaces(), { ...OPTIONS, attachments });

  it('is found again whole', async () => {
    const found = await readAttachedProject(await carrying());
    expect(found.name).toBe('项目.gpkg');
    expect(Buffer.compare(found.bytes, project)).toBe(0);
  });
  it('is told where there is none, or where it is no PDF', async () => {
    await expect(readAttachedProject(await carrying([]))).rejects.toMatchObject({ code: 'layout.pdf-no-project' });
    await expect(readAttachedProject(new TextEncoder().encode('PK 这不是 PDF'))).rejects.toMatchObject({ code: 'layout.pdf-damaged' });
  });
  it('never breaks in another way when the file is cut or damaged', async () => {
    const whole = await carrying(), chance = numbers(11);
    for (let round = 0; round < 24; round++) {
      const damaged = round % 2 ? whole.slice(0, Math.floor(chance() * whole.length)) : whole.slice();
      for (let i = 0; i < 20; i++) damaged[Math.floor(chance() * damaged.length)] = Math.floor(chance() * 256);
      await readAttachedProject(damaged).catch((error: unknown) => expect(error).toHaveProperty('name', 'UserError'));
    }
  });
  it('is not taken from a stream that ends too soon', async () => {
    const packed = zlibSync(new Uint8Array(4000)), text = Buffer.from(await carrying([{ name: 'a.gpkg', bytes: new Uint8Array(4000), type: PROJECT_TYPE }])).toString('latin1');
    const short = text.replace(Buffer.from(packed).toString('latin1'), Buffer.from(packed.subarray(0, 10)).toString('latin1') + '\0'.repeat(packed.length - 10));
    expect(short).not.toBe(text);
    await expect(readAttachedProject(Buffer.from(short, 'latin1'))).rejects.toMatchObject({ code: 'layout.pdf-damaged' });
  });
});
