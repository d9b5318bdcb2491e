import { dxfDrawing, type DxfShape } from '../io/index.ts';
import { say, type Language } from '../messages/index.ts';
import { depthDrawn, sectionFigures } from './figures.ts';
import { groundAt } from './ground.ts';
import { lowestGround, middleOf, sectionShapes, type SectionPoints, type SectionShape } from './shapes.ts';
import type { SectionFeature, SectionModel } from './types.ts';

/** Height of the letters, m: 2.5 mm at 1:200. */
const LETTERS = 0.5;

/**
 * The section in metres, one to one in both directions: x is the chainage, y the elevation where the ground is known, else the height above ±0. A layer of
 * CAD for each kind of data; what is assumed or not known has layers of its own, for lines there have no other way to say it.
 */
export function sectionDxf(model: SectionModel, language: Language, { depth = depthDrawn(model), encoding }: { depth?: number; encoding?: string } = {}): Uint8Array {
  const zero = model.ground.datum ?? 0, shapes = sectionShapes(model, depth), lowest = lowestGround(model) - depth;
  return dxfDrawing([
    ...shapes.flatMap((shape) => linesOf(shape, layerOf(shape, model, language), zero)),
    ...model.features.flatMap((feature) => namesOf(feature, model, lowest, zero, language)),
    ...sectionFigures(model).flatMap(({ from, to, metres }): DxfShape[] => [
      ...(from[0] === to[0] && from[1] === to[1] ? [] : [{ layer: say('section.figures', language), line: [[from[0], from[1] + zero], [to[0], to[1] + zero]], closed: false }]),
      { layer: say('section.figures', language), text: metres.toFixed(2), at: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + zero], height: LETTERS },
    ]),
  ], encoding);
}

function layerOf({ role, feature, sure }: SectionShape, { features }: SectionModel, language: Language): string {
  const base = feature === null ? say(`section.role.${role}`, language) : say(`schema.${features[feature].schema}`, language), own = role === 'works' || role === 'site' || feature === null ? base : `${base}-${say(`section.role.${role}`, language)}`;
  return sure === 'known' || feature === null || role === 'ramp' ? own : `${own}-${say(`section.sure.${sure}`, language)}`;
}
/** Strata have their bounds only: grounds that share an edge would draw it twice. */
function linesOf({ lines }: SectionShape, layer: string, zero: number): DxfShape[] {
  return lines.map(({ points, closed }) => ({ layer, line: places(points, zero), closed }));
}
const places = (points: SectionPoints, zero: number): [number, number][] => Array.from({ length: points.length / 2 }, (_, k) => [points[2 * k], points[2 * k + 1] + zero]);

function namesOf({ name, schema, role, depth, cuts }: SectionFeature, model: SectionModel, lowest: number, zero: number, language: Language): DxfShape[] {
  return cuts.slice(0, 1).map((cut) => {
    const at = middleOf(cut), base = groundAt(model.ground, at), y = role === 'road' ? base + 2 : Math.max(lowest, base - ((depth.top ?? 0) + (depth.bottom ?? depth.top ?? 0)) / 2);
    return { layer: say(`schema.${schema}`, language), text: role !== 'road' && (depth.top === null || depth.bottom === null) ? `${name} ?` : name, at: [at, y + zero], height: LETTERS };
  });
}
