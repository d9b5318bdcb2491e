import { expect, it } from 'vitest';
import { placedNames } from '../../app/section/name-places.ts';
import { scalesFor } from '../../app/section/scales.ts';
import { cutSection, drawSheet, sectionContext, sectionSheet } from '../../geo/index.ts';
import type { GroupMark, Mark, PathMark } from '../../geo/layout/drawing.ts';
import { testFaces } from '../support/faces.ts';
import { degrees, layer, line, plane } from '../support/section-town.ts';
import { sheetSource } from '../support/sheet-source.ts';

/** Sixteen pipes a few metres from each other, every other of no known depth: more names than there is room for. */
const CROWD = [layer('constraint', Array.from({ length: 16 }, (_, i) => ({ id: `紫荆路市政管线${i}`, geometry: line([20 + 4 * i, -9], [20 + 4 * i, 9]), properties: { kind: 'pipe', topDepth: 2, bottomDepth: i % 2 === 0 ? 3 : null } })))];
const places = degrees([[0, 0], [160, 0]]), model = cutSection(places, CROWD, sectionContext({ focus: null }), plane.code);

it('names on the screen never touch', () => {
  for (const width of [500, 900, 1600]) {
    const names = placedNames(model, scalesFor(model, model, width, 340, null), true);
    expect(names.length).toBeGreaterThan(1);
    names.forEach((a, i) => { for (const b of names.slice(i + 1)) expect(Math.abs(a.y - b.y) >= 13 || Math.abs(a.x - b.x) >= a.half + b.half, `${a.text} ${b.text} ${width}`).toBe(true); });
    expect(names.some(({ text }) => text.endsWith(' ?'))).toBe(true);
  }
});
it('numbers on paper never touch', async () => {
  const sheet = sectionSheet({ title: '', line: places, crs: plane.code, offset: null, focus: null, trial: null, scale: null, vertical: null }, model, { language: 'zh', project: '', date: '2026-11-26' });
  const groups = (marks: readonly Mark[]): GroupMark[] => marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...groups(mark.marks)] : []));
  const numbers = groups(drawSheet(sheet, sheetSource(CROWD), await testFaces()).marks).find(({ id }) => id === 'section-line-1-numbers')!;
  const boxes = groups(numbers.marks).map(({ marks }) => { const points = (marks[0] as PathMark).lines[0], xs = points.filter((_, k) => k % 2 === 0), ys = points.filter((_, k) => k % 2 === 1); return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]; });
  expect(boxes).toHaveLength(16);
  boxes.forEach((a, i) => { for (const b of boxes.slice(i + 1)) expect(a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1]).toBe(true); });
});
