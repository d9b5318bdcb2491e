import { GeoJSONVT, type GeoJSONVTFeature, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { transfer } from 'comlink';
import type { Feature } from 'geojson';
import { pointOnSurface, type PlanFeature } from '../../geo/index.ts';
import { unpackFeatures, type PackedFeatures } from './pack-features.ts';

/**
 * As the map's own sources are cut, 8192 units to a tile of 512 pixels, but 24 pixels beyond its edges and not 128, with which most features of a city lie in several
 * tiles: no line and no dot is wider. Lines are true to a tenth of a pixel; what is smaller than that to both sides is left out, which a whole city's buildings would
 * be on a small map, were it as coarse as theirs. Nothing is cut before it is asked for.
 */
const UNITS = 8192, PIXEL = UNITS / 512;
const CUT = { extent: UNITS, buffer: 24 * PIXEL, tolerance: 0.1 * PIXEL, maxZoom: 18, indexMaxZoom: 0, promoteId: '_id', updateable: true };

/** Ground whose shape is seen by its fill has an outline from so many pixels on; smaller, its outline would be all that is seen of it, and most of what is drawn. */
const OUTLINED = 3 * PIXEL;

export interface TileWishes {
  /** At which zoom names are written, and the column that they come in. */
  names: { minZoom: number; column: string } | null;
  /** Which ground has an outline: all, what is wide enough, or none because the style has none. */
  outlines: 'all' | 'wide' | 'none';
}
/**
 * Features are kept as they came, in few long arrays: they are taken apart for a moment when tiles or names are first asked for, and what the cutter makes of
 * them is all that stays.
 */
interface Held {
  portions: PackedFeatures[];
  /** In the place of what came first; null for what is gone. */
  changed: Map<string, PlanFeature | null>;
  wishes: TileWishes;
  tiles: GeoJSONVT | null;
  /** Made with the first tile that shows names: it takes a while to find a place for each. */
  names: GeoJSONVT | null;
}
const layers = new Map<string, Held>();

function held(key: string): Held {
  const layer = layers.get(key);
  if (!layer) throw new Error(`no layer ${key} is held for tiles`);
  return layer;
}
/** What the layer is now, as the cutter takes it. */
function allOf({ portions, changed }: Held, drawn: (feature: PlanFeature) => Feature[]): Feature[] {
  const features: Feature[] = [];
  for (const portion of portions) for (const feature of unpackFeatures(portion)) if (!changed.has(feature.id)) features.push(...drawn(feature));
  for (const feature of changed.values()) if (feature) features.push(...drawn(feature));
  return features;
}
const bodiesOf = ({ wishes }: Held) => ({ geometry, properties }: PlanFeature): Feature[] => {
  const { [wishes.names?.column ?? '']: _name, ...columns } = properties;
  return [{ type: 'Feature', geometry, properties: columns }];
};
/** As `labelPoint` places it; none without a name. */
const namesOf = ({ wishes }: Held) => ({ id, geometry, properties }: PlanFeature): Feature[] => {
  const label = properties[wishes.names?.column ?? ''] ?? '';
  if (label === '') return [];
  return [{ type: 'Feature', geometry: geometry.type === 'Point' ? geometry : { type: 'Point', coordinates: pointOnSurface(geometry) }, properties: { _id: id, label } }];
};
/** Of a tile's features those that have an outline. */
function outlinedIn(tile: GeoJSONVTTile, { outlines }: TileWishes): GeoJSONVTTile {
  const features: readonly GeoJSONVTFeature[] = outlines === 'none' ? [] : tile.features;
  const wide = features.filter(({ type, geometry }) => type === 3 && (outlines === 'all' || (geometry as [number, number][][]).some(isWide)));
  // By the library's types a tile's features are in its units and at once are not.
  return { ...tile, features: wide as GeoJSONVTTile['features'] };
}
function isWide(ring: readonly [number, number][]): boolean {
  const [[x, y]] = ring;
  return ring.some((place) => Math.abs(place[0] - x) >= OUTLINED || Math.abs(place[1] - y) >= OUTLINED);
}
const cut = (features: Feature[]) => new GeoJSONVT({ type: 'FeatureCollection', features }, CUT);

/**
 * What the page may ask of the worker that cuts very large layers into vector tiles. The map's own worker would cut a layer anew with each portion that it is
 * given; here a layer is cut once it is whole, and tile by tile, as they are looked at.
 */
export const tilesApi = {
  open: (key: string, wishes: TileWishes): void => { layers.set(key, { portions: [], changed: new Map(), wishes, tiles: null, names: null }); },
  add: (key: string, portion: PackedFeatures): void => { held(key).portions.push(portion); },
  drop: (key: string): void => { layers.delete(key); },
  /** Takes away and puts in, and forgets the tiles that were cut of what is changed. */
  change: (key: string, removed: readonly string[], portion: PackedFeatures): void => {
    const layer = held(key), put = unpackFeatures(portion), gone = [...removed, ...put.map(({ id }) => id)];
    for (const id of removed) layer.changed.set(id, null);
    for (const feature of put) layer.changed.set(feature.id, feature);
    layer.tiles?.updateData({ remove: gone, add: put.flatMap(bodiesOf(layer)) });
    layer.names?.updateData({ remove: gone, add: put.flatMap(namesOf(layer)) });
  },
  /** A vector tile with the features, those of them again that have an outline, and from their zoom on the names; no bytes where nothing lies. */
  tile: (key: string, z: number, x: number, y: number): ArrayBuffer => {
    const layer = held(key), { wishes } = layer, isNamed = wishes.names !== null && z >= Math.floor(wishes.names.minZoom);
    layer.tiles ??= cut(allOf(layer, bodiesOf(layer)));
    if (isNamed) layer.names ??= cut(allOf(layer, namesOf(layer)));
    const features = layer.tiles.getTile(z, x, y), names = isNamed ? layer.names!.getTile(z, x, y) : null;
    if (!features && !names) return new ArrayBuffer(0);
    const bytes = fromGeojsonVt({ ...(features ? { features, outlines: outlinedIn(features, wishes) } : {}), ...(names ? { names } : {}) }, { version: 2, extent: UNITS }).slice();
    return transfer(bytes.buffer, [bytes.buffer]);
  },
};
export type TilesApi = typeof tilesApi;
