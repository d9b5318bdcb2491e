import { beforeEach, describe, expect, test } from 'vitest';
import { commit, EMPTY, hasWork, markSaved, openDocument, redo, undo, useDocument } from '../../app/state/document.ts';
import { setParam, setWrong, useForms, type AnalysisRow } from '../../app/state/forms.ts';
import { notify, useTasks } from '../../app/state/tasks.ts';
import type { Layer } from '../../geo/index.ts';

const layer: Layer = { id: 'a', schema: 'boundary', name: '', features: [] };
const project = { ...EMPTY, layers: [{ layer, fileName: '', sha256: null, issues: [], setAside: [], counts: { read: 0, kept: 0, fixed: 0, setAside: 0 } }] };

describe('the history of a project', () => {
  beforeEach(() => openDocument(EMPTY));
  test('begins when it is opened, and there is work to lose until a change is stored', () => {
    commit('step.run', () => project);
    openDocument(project);
    markSaved(project);
    expect([useDocument.getState().past.length, hasWork(useDocument.getState())]).toEqual([0, false]);
    commit('step.run', (document) => ({ ...document, invented: true }), 'run.a');
    expect(hasWork(useDocument.getState())).toBe(true);
    markSaved(useDocument.getState().document);
    expect(hasWork(useDocument.getState())).toBe(false);
    expect(undo()?.label).toBe('step.run');
    expect(hasWork(useDocument.getState())).toBe(true);
    openDocument(EMPTY);
    expect(hasWork(useDocument.getState())).toBe(false);
  });
  test('takes changes under one token, one after another, for one step', () => {
    openDocument(project);
    const rename = (zh: string, joins?: object) => commit('step.run', (document) => ({ ...document, name: { zh, en: '' } }), undefined, joins);
    const token = {};
    rename('一', token);
    rename('二', token);
    rename('三');
    rename('四', token);
    expect(useDocument.getState().past.length).toBe(3);
    undo();
    undo();
    expect(useDocument.getState().document.name.zh).toBe('二');
    undo();
    expect(useDocument.getState().document).toBe(project);
  });
  test('does not begin where another tab has the project', () => {
    openDocument(project, true);
    expect(() => commit('step.run', (document) => ({ ...document, invented: true }))).toThrow(expect.objectContaining({ code: 'project.read-only' }));
    expect(useDocument.getState().document).toBe(project);
  });
  test('undo and redo say which step it was', () => {
    commit('step.run', () => project, 'run.a');
    expect(undo()).toMatchObject({ label: 'step.run', about: 'run.a' });
    expect(redo()).toMatchObject({ label: 'step.run', about: 'run.a' });
    expect(redo()).toBeNull();
  });
});

test('a value that is the default again is no change, and what is put right is wrong no longer', () => {
  useForms.setState({ analyses: [{ id: 'x', params: [{ key: 'r', default: 300 }] } as unknown as AnalysisRow], changed: {}, wrong: {} });
  setWrong('x', 'r', '-3');
  expect(useForms.getState().wrong['x']).toEqual({ r: '-3' });
  setParam('x', 'r', 400);
  expect([useForms.getState().changed['x'], useForms.getState().wrong['x']]).toEqual([{ r: 400 }, {}]);
  setParam('x', 'r', 300);
  expect(useForms.getState().changed['x']).toEqual({});
});

test('the same notice twice stands there once', () => {
  useTasks.setState({ notices: [] });
  for (const file of ['a.dwg', 'a.dwg', 'b.dwg']) notify('error', 'import.notReadable', { file });
  expect(useTasks.getState().notices.map(({ params }) => params['file'])).toEqual(['a.dwg', 'b.dwg']);
});
