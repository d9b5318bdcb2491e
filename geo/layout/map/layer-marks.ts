import type { Geometry, Position } from 'geojson';
import type { PlanFeature, Properties } from '../../model/index.ts';
import { colourOf, strengthOf, type Symbology } from '../../style/index.ts';
import type { Mark, Stroke } from '../drawing.ts';
import type { FrameView } from '../frame.ts';
import type { DrawnLayer } from './drawn-layer.ts';
import { hatchMarks } from './hatch.ts';
import { MM_PER_PIXEL, PRINT_SYMBOLS } from './print-symbols.ts';

/** Features of a layer as marks with the colours and widths of the map; white lines on an edge of their own. */
export function layerMarks(drawn: DrawnLayer, features: readonly PlanFeature[], view: FrameView): Mark[] {
  const edge = edgeOf(drawn);
  return [...(edge ? [edge] : []), drawn].flatMap((one) => features.flatMap((feature) => featureMarks(feature, one, view)));
}

/** mm, on either side. */
const EDGE = { color: '#a49e92', width: 0.12 };
/** Paper is white: a white line is seen by its edges. All edges lie below all lines, so that ways run into each other. */
function edgeOf({ symbology, ...drawn }: DrawnLayer): DrawnLayer | null {
  const { schema, order, opacity, line } = symbology;
  if (line?.color.kind !== 'single' || line.color.color !== '#ffffff') return null;
  return { ...drawn, symbology: { schema, order, opacity, line: { ...line, color: { kind: 'single', color: EDGE.color }, width: line.width + 2 * EDGE.width / MM_PER_PIXEL } } };
}

function featureMarks({ geometry, properties }: PlanFeature, drawn: DrawnLayer, view: FrameView): Mark[] {
  const look: Look = { drawn, properties, view, strength: strengthOf(drawn.symbology, drawn.opacity) };
  return partsOf(geometry).flatMap((part) => (part.kind === 'ground' ? groundMarks(part.rings, look) : part.kind === 'line' ? lineMarks(part.line, look) : pointMarks(part.at, look)));
}

interface Look { drawn: DrawnLayer; properties: Properties; view: FrameView; strength: ReturnType<typeof strengthOf> }

function groundMarks(rings: Position[][], look: Look): Mark[] {
  const { drawn: { layer, symbology: { fill, outline } }, properties, view, strength } = look;
  const lines = rings.map((ring) => onPaper(ring, view)).filter(({ length }) => length >= 6);
  if (lines.length === 0) return [];
  const hatch = PRINT_SYMBOLS[layer.schema]?.hatch;
  const path: Mark = { kind: 'path', lines, closed: true, ...(fill ? { fill: { color: colourOf(fill, properties), opacity: strength.fill } } : {}), ...(outline ? { stroke: pen(outline, look) } : {}) };
  return [...(fill || outline ? [path] : []), ...(hatch ? hatchMarks(lines, hatch, view.frame.box) : [])];
}
function lineMarks(line: Position[], look: Look): Mark[] {
  const { line: rule } = look.drawn.symbology;
  return rule ? [{ kind: 'path', lines: [onPaper(line, look.view)], closed: false, stroke: pen(rule, look) }] : [];
}
function pointMarks(at: Position, { drawn: { layer, symbology: { point }, opacity }, properties, view }: Look): Mark[] {
  if (!point) return [];
  const place = view.fromDegrees(at[0], at[1]), radius = point.radius * MM_PER_PIXEL;
  const mark = PRINT_SYMBOLS[layer.schema]?.mark;
  return [
    { kind: 'path', lines: [circle(place, radius)], closed: true, fill: { color: colourOf(point.color, properties), opacity }, stroke: { color: point.stroke, opacity, width: MM_PER_PIXEL } },
    ...(mark ? [{ kind: 'text' as const, text: mark, x: place[0], y: place[1] + radius * 0.45, size: radius * 1.25, anchor: 'middle' as const, weight: 'bold' as const, color: '#ffffff' }] : []),
  ];
}
function pen({ color, width, dash }: NonNullable<Symbology['outline']>, { properties, strength }: Look): Stroke {
  return { color: colourOf(color, properties), opacity: strength.line, width: width * MM_PER_PIXEL, ...(dash ? { dash: dash.map((part) => part * width * MM_PER_PIXEL) } : {}) };
}

type Part = { kind: 'ground'; rings: Position[][] } | { kind: 'line'; line: Position[] } | { kind: 'point'; at: Position };
export function partsOf(geometry: Geometry): Part[] {
  switch (geometry.type) {
    case 'Polygon': return [{ kind: 'ground', rings: geometry.coordinates }];
    case 'MultiPolygon': return geometry.coordinates.map((rings) => ({ kind: 'ground', rings }));
    case 'LineString': return [{ kind: 'line', line: geometry.coordinates }];
    case 'MultiLineString': return geometry.coordinates.map((line) => ({ kind: 'line', line }));
    case 'Point': return [{ kind: 'point', at: geometry.coordinates }];
    case 'MultiPoint': return geometry.coordinates.map((at) => ({ kind: 'point', at }));
    case 'GeometryCollection': return geometry.geometries.flatMap(partsOf);
  }
}

/** Points nearer to the last one than this cannot be told from it on any plotter (mm). */
const SAME = 0.01;
/** A line on paper; thousandths of a mm, without points on top of each other. */
export function onPaper(line: readonly Position[], view: FrameView): number[] {
  const points: number[] = [];
  line.forEach((position, i) => {
    const at = view.fromDegrees(position[0], position[1]);
    const x = Math.round(at[0] * 1000) / 1000, y = Math.round(at[1] * 1000) / 1000;
    const n = points.length;
    if (i > 0 && i < line.length - 1 && Math.abs(x - points[n - 2]) < SAME && Math.abs(y - points[n - 1]) < SAME) return;
    points.push(x, y);
  });
  return points;
}

/** A circle of so many mm as a ring of chords that lie within 0.01 mm of it. */
export function circle([x, y]: readonly [number, number], radius: number): number[] {
  return UNIT_CIRCLE.flatMap(([cos, sin]) => [x + radius * cos, y + radius * sin]);
}
const UNIT_CIRCLE: readonly (readonly [number, number])[] = unitCircle();
/** By halving angles: 32 corners from roots only. */
function unitCircle(): [number, number][] {
  let corners: [number, number][] = [[1, 0], [0, 1], [-1, 0], [0, -1]];
  for (let k = 0; k < 3; k++) {
    corners = corners.flatMap(([ax, ay], i) => {
      const [bx, by] = corners[(i + 1) % corners.length];
      const length = Math.sqrt((ax + bx) * (ax + bx) + (ay + by) * (ay + by));
      return [[ax, ay], [(ax + bx) / length, (ay + by) / length]] as [number, number][];
    });
  }
  return corners;
}
