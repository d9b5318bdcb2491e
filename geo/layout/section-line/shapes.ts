import { sectionShapes, type SectionModel, type SectionShape, type ShapeRole, type Sureness } from '../../section/index.ts';
import type { Mark, Stroke } from '../drawing.ts';
import { hatchMarks } from '../map/hatch.ts';
import type { SectionFrame } from './frame.ts';

/** How each kind of shape is drawn: opacity of its ground, width of its lines (mm). */
const LOOKS: Readonly<Record<ShapeRole, { fill: number; line: number; opacity: number }>> = {
  stratum: { fill: 1, line: 0.15, opacity: 0.5 }, zone: { fill: 0.12, line: 0.15, opacity: 0.7 }, clearance: { fill: 0, line: 0.12, opacity: 0.6 }, works: { fill: 0.5, line: 0.3, opacity: 1 },
  site: { fill: 0.75, line: 0.5, opacity: 1 }, slab: { fill: 0, line: 0.3, opacity: 1 }, ramp: { fill: 0, line: 0.25, opacity: 1 }, garage: { fill: 0.35, line: 0.15, opacity: 1 }, 'red-line': { fill: 0, line: 0.35, opacity: 1 }, ground: { fill: 0, line: 0.6, opacity: 1 },
};
const DASHES: Readonly<Record<Sureness, readonly number[] | undefined>> = { known: undefined, assumed: [2.4, 0.6, 0.5, 0.6], unknown: [1.2, 0.8] };
/** A site is as on the dossier's section: the box, not the colour of its rank. */
const SITE = { fill: '#d9c2e6', line: '#4a1a66' };

export const shapesOf = (model: SectionModel, frame: SectionFrame): SectionShape[] => sectionShapes(model, frame.depth);

/** Known is solid; what is assumed is hatched; what is not known is dashed and has no end. */
export function shapeMarks(shape: SectionShape, frame: SectionFrame, id: string): Mark {
  const { role, fill, lines, sure, feature, cut } = shape, isOther = role === 'site' && feature !== frame.model.focus && frame.model.focus !== null;
  // Beside the site that is looked at, others stand back.
  const look = isOther ? { fill: 0.25, line: 0.25, opacity: 0.6 } : LOOKS[role];
  const colors = role === 'site' ? SITE : { fill: shape.color, line: role === 'ramp' || role === 'slab' ? SITE.line : shape.color };
  const ground = fill && frame.points(fill);
  const stroke = (kind: Sureness): Stroke => ({ color: colors.line, opacity: look.opacity, width: look.line, square: true, ...(DASHES[kind] ? { dash: DASHES[kind] } : {}) });
  return { kind: 'group', id: `${id}-${role}${feature === null ? '' : `-${feature}-${cut ?? 'clear'}`}`, marks: [
    ...(ground && look.fill > 0 ? [{ kind: 'path' as const, lines: [ground], closed: true, fill: { color: colors.fill, opacity: sure === 'known' ? look.fill : look.fill * 0.4 } }] : []),
    ...(ground && sure === 'assumed' && role !== 'zone' ? hatchMarks([ground], { angle: 45, spacing: 1.2, width: 0.1, color: colors.line }, frame.plot) : []),
    ...lines.map(({ points, closed, sure: own }): Mark => ({ kind: 'path', lines: [frame.points(points)], closed, stroke: stroke(role === 'red-line' ? 'assumed' : own) })),
  ] };
}
