import type { Position } from 'geojson';
import { portable } from '../../../crs/index.ts';
import type { PropertyValue } from '../../../model/index.ts';
import { bulged, circleArc, ellipseArc, spline } from './curve.ts';
import { numberAt, numbersAt, textAt, type Entity } from './drawing.ts';
import { hatchRings } from './hatch.ts';
import { textOfMtext, textOfText } from './text.ts';

/** What an entity is on the plane, in its own coordinates. Rings are closed or not as they come. */
export type Shape =
  | { kind: 'point'; at: Position; text?: string; attributes?: Record<string, PropertyValue> }
  | { kind: 'line'; line: Position[]; isClosed: boolean }
  | { kind: 'area'; rings: Position[][] };

/** `null`: understood, but nothing that a map could show; `undefined`: broken. */
type ShapeOf = (entity: Entity) => Shape | null | undefined;

const { RADIANS, PI } = portable;
const at = (entity: Entity, code: number): Position => [numberAt(entity, code, NaN), numberAt(entity, code + 10, NaN)];

/** The table of entities. Source: Autodesk DXF Reference (2018), "ENTITIES section". What is not in it is counted by type. */
export const SHAPES: Readonly<Record<string, ShapeOf>> = {
  POINT: (entity) => ({ kind: 'point', at: at(entity, 10) }),
  LINE: (entity) => ({ kind: 'line', line: [at(entity, 10), at(entity, 11)], isClosed: false }),
  LWPOLYLINE: (entity) => polyline(cornersOf(entity), (numberAt(entity, 70, 0) & 1) === 1),
  POLYLINE: (entity) => {
    const flags = numberAt(entity, 70, 0);
    // Meshes (16) and polyface bodies (64) are no lines; 16 in a vertex is a point of a spline's frame.
    if (flags & (16 | 64)) return undefined;
    const vertices = entity.parts.filter((part) => (numberAt(part, 70, 0) & 16) === 0);
    return polyline(vertices.map((part) => ({ at: at(part, 10), bulge: numberAt(part, 42, 0) })), (flags & 1) === 1);
  },
  CIRCLE: (entity) => ({ kind: 'line', line: circleArc(at(entity, 10), numberAt(entity, 40, NaN), 0, 2 * PI).slice(0, -1), isClosed: true }),
  ARC: (entity) => {
    const from = numberAt(entity, 50, 0), to = numberAt(entity, 51, 360);
    return { kind: 'line', line: circleArc(at(entity, 10), numberAt(entity, 40, NaN), from * RADIANS, (to > from ? to : to + 360) * RADIANS), isClosed: false };
  },
  ELLIPSE: (entity) => {
    const from = numberAt(entity, 41, 0), to = numberAt(entity, 42, 2 * PI), end = to > from ? to : to + 2 * PI;
    const isWhole = end - from > 2 * PI - 1e-6;
    const line = ellipseArc(at(entity, 10), at(entity, 11), numberAt(entity, 40, 1), from, end);
    return { kind: 'line', line: isWhole ? line.slice(0, -1) : line, isClosed: isWhole };
  },
  SPLINE: (entity) => {
    const ys = numbersAt(entity, 20), points = numbersAt(entity, 10).map((x, i): Position => [x, ys[i]]);
    const line = spline(numberAt(entity, 71, 3), numbersAt(entity, 40), points, numbersAt(entity, 41));
    return line ? { kind: 'line', line, isClosed: (numberAt(entity, 70, 0) & 1) === 1 } : undefined;
  },
  HATCH: (entity) => { const rings = hatchRings(entity); return rings ? { kind: 'area', rings } : undefined; },
  // Corners of a solid go 1, 2, 4, 3.
  SOLID: (entity) => ({ kind: 'area', rings: [[10, 11, 13, 12].map((code) => at(entity, code)).filter(([x]) => !Number.isNaN(x))] }),
  TEXT: (entity) => textShape(entity, textOfText(textAt(entity, 1) ?? '')),
  ATTDEF: () => null,
  MTEXT: (entity) => ({ kind: 'point', at: at(entity, 10), text: textOfMtext(entity.pairs.flatMap(([code, value]) => (code === 3 || code === 1 ? [value] : [])).join('')) }),
  INSERT: (entity) => ({
    kind: 'point', at: at(entity, 10),
    attributes: Object.fromEntries(entity.parts.map((part) => [textAt(part, 2)?.trim() || 'ATTRIB', textOfText(textAt(part, 1) ?? '') || null])),
  }),
  VIEWPORT: () => null,
};

/** Text that is aligned has its place in the second point; the first is then only where it begins. */
function textShape(entity: Entity, text: string): Shape {
  const isAligned = numberAt(entity, 72, 0) > 0 || numberAt(entity, 73, 0) > 0;
  return { kind: 'point', at: isAligned && textAt(entity, 11) !== undefined ? at(entity, 11) : at(entity, 10), text };
}

interface Corner {
  at: Position;
  bulge: number;
}
function cornersOf({ pairs }: Entity): Corner[] {
  const corners: Corner[] = [];
  for (const [code, value] of pairs) {
    const corner = corners.at(-1);
    if (code === 10) corners.push({ at: [Number(value), NaN], bulge: 0 });
    else if (code === 20 && corner) corner.at[1] = Number(value);
    else if (code === 42 && corner) corner.bulge = Number(value);
  }
  return corners;
}
function polyline(corners: readonly Corner[], isClosed: boolean): Shape | undefined {
  if (corners.length < 2) return undefined;
  const line: Position[] = [corners[0].at];
  const edges = isClosed ? corners.length : corners.length - 1;
  for (let i = 0; i < edges; i++) for (const position of bulged(corners[i].at, corners[(i + 1) % corners.length].at, corners[i].bulge)) line.push(position);
  if (isClosed) line.pop();
  return { kind: 'line', line, isClosed };
}
