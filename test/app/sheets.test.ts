import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addElement, imageSize, middlePlace } from '../../app/commands/sheet-elements.ts';
import { localDate, renamed, unused } from '../../app/commands/sheet-names.ts';
import { changeElement, copySheet, newSheet, relayout, removeElements, removeSheet } from '../../app/commands/sheets.ts';
import { windFrequencies } from '../../app/layout/wind.ts';
import { FRESH_COMPOSER, setComposer, useComposer } from '../../app/state/composer.ts';
import { currentDocument, EMPTY, openDocument, useDocument } from '../../app/state/document.ts';
import { useTasks } from '../../app/state/tasks.ts';
import { paperSize, UserError, type SheetLayout } from '../../geo/index.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { png } from '../support/png.ts';

const made = vi.hoisted(() => ({ sheet: null as unknown, meanwhile: () => {} }));
vi.mock('../../app/workers/engine.ts', () => ({ engine: { sheetOfTemplate: async () => { await Promise.resolve(); made.meanwhile(); return made.sheet; } } }));

const open = (sheet: SheetLayout, locked = false) => openDocument({ ...EMPTY, layouts: [sheet] }, locked);
const ids = () => currentDocument().layouts.map(({ id }) => id);

describe('sheets of a project', () => {
  beforeEach(() => {
    setComposer({ ...FRESH_COMPOSER, open: false });
    useTasks.setState({ notices: [] });
    made.sheet = blankSheet();
    made.meanwhile = () => {};
  });
  test('each has an id and a name of its own, however fast they are made', async () => {
    openDocument(EMPTY);
    await Promise.all([newSheet('parking'), newSheet('parking')]);
    expect(ids()).toEqual(['blank', 'blank-2']);
    expect(currentDocument().layouts.map(({ name }) => name)).toEqual(['试验图', '试验图 (2)']);
    copySheet('blank');
    expect(ids()).toEqual(['blank', 'blank-2', 'blank-3']);
    expect(useComposer.getState().sheetId).toBe('blank-3');
    expect(unused({ id: 'new', name: 'A' }, [{ id: 'old', name: 'A' }])).toEqual({ id: 'new', name: 'A (2)' });
  });
  test('elements made from one and the same state of the sheet differ in their ids', () => {
    const sheet = blankSheet();
    open(sheet);
    addElement(sheet, 'text');
    addElement(sheet, 'text');
    expect(currentDocument().layouts[0].elements.map(({ id }) => id)).toEqual(['map', 'text-1', 'text-2']);
  });
  test('other paper keeps what was written while it was arranged', async () => {
    const sheet = { ...blankSheet(), template: 'parking', name: 'A1 区 A4' };
    open(sheet);
    made.sheet = { ...sheet, paper: { size: 'A3', landscape: true } };
    made.meanwhile = () => open({ ...sheet, titleBlock: { ...sheet.titleBlock, designer: '王' } });
    await relayout(sheet, 'A3', true);
    expect(currentDocument().layouts[0]).toMatchObject({ name: 'A1 区 A3', titleBlock: { designer: '王' } });
  });
  test('are only looked at while another tab has the project, which says so', async () => {
    open(blankSheet(), true);
    const before = currentDocument();
    for (const change of [() => changeElement('blank', 'map', (element) => ({ ...element })), () => removeElements('blank', ['map']), () => removeSheet('blank'), () => copySheet('blank'), () => newSheet('parking')]) {
      useTasks.setState({ notices: [] });
      void change();
      await Promise.resolve();
      await Promise.resolve();
      expect(useTasks.getState().notices.map(({ key }) => key)).toEqual(['error.project.read-only']);
    }
    expect(currentDocument()).toBe(before);
  });
  test('a change of a sheet that is gone is no step', () => {
    open(blankSheet());
    changeElement('other', 'map', (element) => ({ ...element }));
    expect(useDocument.getState().past).toEqual([]);
  });
});

test('only the paper at the end of a name is that of the sheet', () => {
  const names = ['布局图 A3', 'A1 区 A3 (2)', 'A3 区', '方案A3', '布局图 500×300.5'];
  expect(names.map((name) => renamed(name, { size: 'A0', landscape: true }))).toEqual(['布局图 A0', 'A1 区 A0 (2)', 'A3 区', '方案A3', '布局图 A0']);
  expect(renamed('布局图 A3', { size: 'free', width: 900, height: 400 })).toBe('布局图 900×400');
});
test('the date of a new sheet is that of the wall', () => {
  expect(localDate(new Date(2026, 0, 5, 0, 10))).toBe('2026-01-05');
  expect(localDate(new Date(2026, 10, 25, 23, 50))).toBe('2026-11-25');
});
test('a wind rose has 8 or 16 shares, and a slip is no wish to have none', () => {
  expect(windFrequencies(' ')).toBeNull();
  expect(windFrequencies('10，12, 8 9、11 20 15 15')).toEqual([10, 12, 8, 9, 11, 20, 15, 15]);
  for (const slip of ['1,2,3', '1,2,3,4,5,6,7,x', '1,2,3,4,5,6,7,-8']) expect(windFrequencies(slip)).toBeUndefined();
});
test('a tall image stays on the paper, in its shape', () => {
  const sheet = blankSheet(), { x, y, width, height } = middlePlace(sheet, 60, 900), paper = paperSize(sheet);
  expect(height / width).toBeCloseTo(15, 9);
  expect([x, y].every((edge) => edge >= 0) && y + height <= paper.height).toBe(true);
  expect(middlePlace(sheet, 60, 40)).toMatchObject({ width: 60, height: 40 });
});
test('an image that no sheet can hold is refused before it is on one', () => {
  const unfit = () => new UserError('layout.image-file', { file: 'a.png', most: 8 });
  const code = (bytes: Uint8Array, type: 'image/png' | 'image/jpeg') => { try { return imageSize(bytes, type, unfit); } catch (error) { return (error as UserError).code; } };
  const image = png({ width: 3, height: 2, depth: 8, color: 0, rows: [[0, 1, 2, 3], [0, 4, 5, 6]] });
  expect(code(image, 'image/png')).toMatchObject({ width: 3, height: 2 });
  expect(code(image, 'image/jpeg')).toBe('layout.image-file');
  expect(code(image.subarray(0, 20), 'image/png')).toBe('layout.image-file');
  expect(code(image.with(28, 1), 'image/png')).toBe('layout.image-interlaced');
});
