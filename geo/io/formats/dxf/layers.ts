import type { Geometry, Position } from 'geojson';
import type { RawFeature } from '../../read-features.ts';
import { inRings, signedArea } from '../../../geometry/index.ts';
import { ringIndex } from '../../ring-index.ts';
import { wound } from '../shapefile/rings.ts';
import { handleOf, textAt } from './drawing.ts';
import type { Placed } from './explode.ts';

/** A line whose ends lie no farther apart than this, in units of the drawing (metres in a plan), is closed. */
export const CLOSED_WITHIN = 0.01;

/** Columns that every CAD layer has; attributes of blocks follow. */
export const COLUMNS = ['layer', 'entity', 'handle', 'text', 'block', 'label'] as const;

/** Features of the shapes, by layer of CAD in the order of the drawing. Texts inside a closed line are its `label`. */
export function featuresByLayer(placed: readonly Placed[]): Map<string, RawFeature[]> {
  const layers = new Map<string, RawFeature[]>();
  const features = placed.flatMap((one): RawFeature[] => {
    const geometry = geometryOf(one);
    return geometry ? [{ geometry, properties: { ...propertiesOf(one) } }] : [];
  });
  label(features);
  for (const feature of features) {
    const layer = String(feature.properties['layer']);
    const list = layers.get(layer);
    if (list) list.push(feature);
    else layers.set(layer, [feature]);
  }
  return layers;
}

function propertiesOf({ shape, entity, layer }: Placed): RawFeature['properties'] {
  const text = shape.kind === 'point' ? shape.text ?? null : null;
  const block = entity.type === 'INSERT' ? (textAt(entity, 2) ?? '').trim() : null;
  const attributes = shape.kind === 'point' ? Object.entries(shape.attributes ?? {}).filter(([name]) => name !== '__proto__') : [];
  return { layer, entity: entity.type, handle: handleOf(entity), text, block, label: null, ...Object.fromEntries(attributes.map(([name, value]) => [(COLUMNS as readonly string[]).includes(name) ? `${name}_2` : name, value])) };
}

function geometryOf({ shape }: Placed): Geometry | null {
  if (shape.kind === 'point') return { type: 'Point', coordinates: shape.at };
  if (shape.kind === 'area') return areaOf(shape.rings);
  const { line } = shape, [first, last] = [line[0], line[line.length - 1]];
  const meets = line.length > 3 && Math.abs(first[0] - last[0]) <= CLOSED_WITHIN && Math.abs(first[1] - last[1]) <= CLOSED_WITHIN;
  if (!shape.isClosed && !meets) return { type: 'LineString', coordinates: line };
  const ring = closed(meets ? line.slice(0, -1) : line);
  return ring ? { type: 'Polygon', coordinates: [wound(ring, true)] } : { type: 'LineString', coordinates: line };
}
/** Null for fewer than three corners. */
function closed(line: Position[]): Position[] | null {
  const corners = line.filter(([x, y], i) => i === 0 || x !== line[i - 1][0] || y !== line[i - 1][1]);
  if (corners.length > 1 && corners[0][0] === corners.at(-1)![0] && corners[0][1] === corners.at(-1)![1]) corners.pop();
  return corners.length < 3 ? null : [...corners, corners[0]];
}

/** Paths of a hatch by parity: what lies in one other path is a hole of it, in two it is ground again. */
function areaOf(paths: Position[][]): Geometry | null {
  const rings = paths.flatMap((path) => { const ring = closed(path); return ring && signedArea(ring) !== 0 ? [ring] : []; });
  if (rings.length === 0) return null;
  if (rings.length === 1 || rings.length > 500) return rings.length === 1 ? { type: 'Polygon', coordinates: [wound(rings[0], true)] } : { type: 'MultiPolygon', coordinates: rings.map((ring) => [wound(ring, true)]) };
  const around = rings.map((ring) => rings.filter((other) => other !== ring && inRings([other], ring[0][0], ring[0][1])));
  const shells = rings.flatMap((ring, i) => (around[i].length % 2 === 0 ? [{ ring, depth: around[i].length }] : []));
  const polygons = shells.map(({ ring, depth }) => [wound(ring, true), ...rings.filter((_, i) => around[i].length === depth + 1 && around[i].includes(ring)).map((hole) => wound(hole, false))]);
  return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons };
}

/** Most texts that become one label; more of them are a table or a legend. */
const MOST_TEXTS = 5;

/** Each text goes to the smallest closed line around it, of whatever layer; several are read from the top down. */
function label(features: readonly RawFeature[]): void {
  const areas = features.flatMap((feature) => (feature.geometry?.type === 'Polygon' && feature.properties['entity'] !== 'HATCH' ? [{ feature, ring: feature.geometry.coordinates[0] }] : []));
  if (areas.length === 0) return;
  const around = ringIndex(areas.map(({ ring }) => ring));
  const texts = new Map<RawFeature, { text: string; at: Position }[]>();
  for (const { geometry, properties } of features) {
    if (geometry?.type !== 'Point' || typeof properties['text'] !== 'string' || properties['text'] === '') continue;
    const [x, y] = geometry.coordinates;
    const holders = around(x, y).map((i) => areas[i]).filter(({ ring }) => inRings([ring], x, y));
    if (holders.length === 0) continue;
    const smallest = holders.reduce((best, area) => (signedArea(area.ring) < signedArea(best.ring) ? area : best));
    texts.set(smallest.feature, [...(texts.get(smallest.feature) ?? []), { text: properties['text'], at: [x, y] }].slice(0, MOST_TEXTS + 1));
  }
  for (const [feature, found] of texts) if (found.length <= MOST_TEXTS) feature.properties['label'] = found.sort((a, b) => b.at[1] - a.at[1] || a.at[0] - b.at[0]).map(({ text }) => text).join(' ');
}
