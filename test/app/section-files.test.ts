import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addSectionToSheet } from '../../app/commands/section-files.ts';
import { FRESH_COMPOSER, setComposer, useComposer } from '../../app/state/composer.ts';
import { currentDocument, EMPTY, openDocument, redo, undo } from '../../app/state/document.ts';
import { FRESH_SECTION, setSection } from '../../app/state/section.ts';
import { useTasks } from '../../app/state/tasks.ts';
import { cutSection, sectionContext, sectionOnSheet, type SheetLayout } from '../../geo/index.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { degrees, plane, TOWN } from '../support/section-town.ts';

const line = degrees([[0, 0], [150, 0]]), model = cutSection(line, TOWN, sectionContext({ focus: null }), plane.code);
vi.mock('../../app/workers/engine.ts', () => ({ engine: { sectionForSheet: async (_layers: unknown, _asked: unknown, { title }: { title: string }, sheet: SheetLayout) => sectionOnSheet(sheet, { title, line, crs: plane.code, offset: null, focus: null, trial: null, scale: null, vertical: null }, model) } }));

const A3: SheetLayout = { ...blankSheet(), paper: { size: 'A3', landscape: true } };
const kinds = () => currentDocument().layouts[0].elements.map(({ id }) => id);
beforeEach(() => {
  setComposer({ ...FRESH_COMPOSER, open: false });
  useTasks.setState({ notices: [] });
  setSection({ ...FRESH_SECTION, open: true, source: { kind: 'line', line }, model });
});

describe('a section on a sheet that is there', () => {
  it('is added in one step, chosen and shown, and goes with one undo', async () => {
    openDocument({ ...EMPTY, layouts: [A3] });
    await addSectionToSheet('blank');
    expect([kinds(), useComposer.getState()]).toMatchObject([['map', 'section-line-1'], { open: true, sheetId: 'blank', chosen: ['section-line-1'] }]);
    expect(useTasks.getState().notices).toEqual([]);
    undo();
    expect(kinds()).toEqual(['map']);
    redo();
    await addSectionToSheet('blank');
    expect(kinds()).toEqual(['map', 'section-line-1', 'section-line-2']);
  });
  it('lies over the others where there is no room, which is said', async () => {
    openDocument({ ...EMPTY, layouts: [blankSheet()] });
    await addSectionToSheet('blank');
    expect(kinds()).toEqual(['map', 'section-line-1']);
    expect(useTasks.getState().notices.map(({ key }) => key)).toEqual(['section.noRoom']);
  });
  it('is not added while another tab has the project', async () => {
    openDocument({ ...EMPTY, layouts: [A3] }, true);
    await addSectionToSheet('blank');
    expect([kinds(), useTasks.getState().notices.map(({ key }) => key)]).toEqual([['map'], ['error.project.read-only']]);
  });
});
