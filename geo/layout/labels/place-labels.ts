import { portable } from '../../crs/index.ts';
import type { PlanFeature } from '../../model/index.ts';
import type { Faces } from '../font/faces.ts';
import type { LeftOut, Mark, TextMark } from '../drawing.ts';
import type { LayerInFrame } from '../context.ts';
import type { FrameView } from '../frame.ts';
import type { DrawnLayer } from '../map/drawn-layer.ts';
import { circle, partsOf } from '../map/layer-marks.ts';
import { MM_PER_PIXEL, PRINT_SYMBOLS, ringShare } from '../map/print-symbols.ts';
import { standsOf, type Stand } from './candidates.ts';
import { isInside, Obstacles, type Plate } from './obstacles.ts';

interface Name {
  text: string;
  drawn: DrawnLayer;
  size: number;
  color: string;
  priority: number;
  stands: Stand[];
  width: number;
  /** Where what it stands for is: null where a name stands beside it as well as on it. */
  of: readonly [x: number, y: number] | null;
}
export interface Labels {
  /** By layer id. */
  marks: ReadonlyMap<string, readonly Mark[]>;
  dropped: LeftOut[];
}

/**
 * Names of the features in the frame: by the layers' priority, in a layer in the order of its features, each at the first of its places where it
 * overlaps no other and no point's symbol. What finds no place is listed.
 */
export function placeLabels(layers: readonly LayerInFrame[], view: FrameView, faces: Faces): Labels {
  const names = layers.flatMap((layer) => namesOf(layer, view, faces)).sort((a, b) => a.priority - b.priority);
  const taken = new Obstacles();
  for (const layer of layers) for (const plate of symbolPlates(layer, view)) taken.add(plate);
  const marks = new Map<string, Mark[]>();
  const dropped: LeftOut[] = [];
  const said = new Map<string, { drawn: DrawnLayer; plate: Plate }[]>();
  for (const name of names) {
    // A place that two layers know (a unit, and what an analysis says of it) is named once.
    if (isSaid(name, said.get(name.text) ?? [])) continue;
    const plate = name.stands.map((stand) => plateOf(stand, name)).find((candidate) => isInside(candidate, view.frame.box) && taken.isFree(candidate));
    const { id } = name.drawn.layer;
    if (!plate) {
      dropped.push({ code: 'layout.label-dropped', frame: view.frame.id, layer: name.drawn.title, text: name.text });
      continue;
    }
    taken.add(plate);
    said.set(name.text, [...said.get(name.text) ?? [], { drawn: name.drawn, plate }]);
    const own = marks.get(id);
    if (own) own.push(...labelMarks(name, plate));
    else marks.set(id, labelMarks(name, plate));
  }
  return { marks, dropped };
}

/** Does the same name of another layer stand where this one might? Figures that happen to be equal (a rank, a count) are not the same thing. */
function isSaid({ drawn, stands, width, size }: Name, placed: readonly { drawn: DrawnLayer; plate: Plate }[]): boolean {
  return drawn.symbology.label?.field === 'name' && placed.some((one) => one.drawn !== drawn && stands.some(({ x, y }) => Math.abs(x - one.plate.x) < width && Math.abs(y - one.plate.y) < width + 2 * size));
}

function namesOf({ drawn, features }: LayerInFrame, view: FrameView, faces: Faces): Name[] {
  const { layer, symbology } = drawn;
  const { label } = symbology;
  if (!label || !isNamedAt(label.minZoom, view)) return [];
  const rings = PRINT_SYMBOLS[layer.schema]?.ring;
  return features.flatMap((feature): Name[] => {
    const value = feature.properties[label.field];
    if (value === null || value === undefined || value === '') return [];
    const text = String(value).replace(/\s+/g, ' ');
    const size = label.size * MM_PER_PIXEL * (rings ? ringShare(rings, Number(value)) : 1);
    const width = rings ? Math.max(size * 1.7, faces.width(text, size, 'bold') + size * 0.6) : faces.width(text, size);
    const stands = standsOf(feature, view, width, size, (symbology.point?.radius ?? 0) * MM_PER_PIXEL);
    return stands.length === 0 ? [] : [{ text, drawn, size, color: label.color, priority: label.priority, stands, width, of: groundUnder(feature, stands) }];
  });
}

/** The symbols of points, which no name may cover; a site's number is its symbol. */
function symbolPlates({ drawn: { layer, symbology: { point } }, features }: LayerInFrame, view: FrameView): Plate[] {
  if (!point || PRINT_SYMBOLS[layer.schema]?.ring) return [];
  const half = point.radius * MM_PER_PIXEL;
  return features.flatMap(({ geometry }) => partsOf(geometry).flatMap((part): Plate[] => {
    if (part.kind !== 'point') return [];
    const [x, y] = view.fromDegrees(part.at[0], part.at[1]);
    return [{ x, y, halfWidth: half, halfHeight: half, cos: 1, sin: 0 }];
  }));
}

/** Names that the map leaves to larger scales do not crowd a sheet: the map at that zoom and the sheet show ground in the same size by the pixel. */
function isNamedAt(minZoom: number, view: FrameView): boolean {
  const metres = EQUATOR_PIXEL * portable.cos(view.frame.centre[1] * portable.RADIANS) / portable.exp((minZoom - LENIENCE) * LN2);
  return MM_PER_PIXEL / view.perMetre <= metres;
}
/** Metres of a pixel at zoom 0 (tiles of 512). */
const EQUATOR_PIXEL = 40075016.7 / 512, LN2 = 0.6931471805599453;
/** Paper is read from nearer than a screen: names come so many zooms earlier. */
const LENIENCE = 0.6;

/** The plate that a name takes at a place, with a little room around it. */
function plateOf({ x, y, cos, sin }: Stand, { width, size, drawn }: Name): Plate {
  const ringed = PRINT_SYMBOLS[drawn.layer.schema]?.ring;
  return { x, y, cos, sin, halfWidth: width / 2 + 0.3, halfHeight: ringed ? width / 2 + 0.3 : size * 0.6 + 0.2 };
}

function labelMarks({ text, drawn, size, color, width, of }: Name, { x, y, cos, sin }: Plate): Mark[] {
  // Letters are a little lower than they are high: their middle lies 0.36 em above the baseline.
  const drop = size * 0.36;
  const at = { x: x - sin * drop, y: y + cos * drop };
  const angle = portable.atan2(sin, cos) * portable.DEGREES;
  const word: TextMark = { kind: 'text', text, ...at, anchor: 'middle', size, weight: 'regular', color, ...(angle === 0 ? {} : { angle }), halo: { color: '#ffffff', width: size * 0.14 } };
  if (!PRINT_SYMBOLS[drawn.layer.schema]?.ring) return [word];
  return [
    ...leaderMarks(of, [x, y], width / 2, color),
    { kind: 'path', lines: [circle([x, y], width / 2)], closed: true, fill: { color: '#ffffff', opacity: 1 }, stroke: { color, opacity: 1, width: size * 0.11 } },
    { ...word, weight: 'bold', halo: { color: '#ffffff', width: 0 } },
  ];
}

/** The best place on ground lies on it; of points and lines it lies beside them. */
function groundUnder({ geometry }: PlanFeature, [best]: readonly Stand[]): [number, number] | null {
  return partsOf(geometry).every(({ kind }) => kind === 'ground') ? [best.x, best.y] : null;
}

/** From a number that found its room beside its site to the site. */
function leaderMarks(of: readonly [number, number] | null, [x, y]: readonly [number, number], radius: number, color: string): Mark[] {
  if (!of) return [];
  const [ax, ay] = of, dx = ax - x, dy = ay - y, length = Math.sqrt(dx * dx + dy * dy);
  if (length <= radius) return [];
  return [
    { kind: 'path', lines: [[x + dx / length * radius, y + dy / length * radius, ax, ay]], closed: false, stroke: { color, opacity: 1, width: 0.2, square: true } },
    { kind: 'path', lines: [circle([ax, ay], 0.35)], closed: true, fill: { color, opacity: 1 } },
  ];
}
