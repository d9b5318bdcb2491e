import { transfer } from 'comlink';
import { pointOnSurface, type PlanFeature } from '../../../geo/index.ts';
import { packFeatures, unpackFeatures, type PackedFeatures } from '../pack-features.ts';
import { takeOn } from '../pass-on.ts';
import { cutTile, POLYGON, type CutTile } from './cut-tile.ts';
import { PackedGround } from './packed-ground.ts';
import { TileFrame } from './tile-frame.ts';
import { writeTile } from './write-tile.ts';

/**
 * As the map's own sources are cut, 8192 units to a tile of 512 pixels, but 24 pixels beyond its edges and not 128, with which most features of a city lie in several
 * tiles: no line and no dot is wider. Lines are true to a tenth of a pixel; what is smaller than that to both sides is left out, which a whole city's buildings would
 * be on a small map, were it as coarse as theirs.
 */
const UNITS = 8192, PIXEL = UNITS / 512, BEYOND = 24 * PIXEL, TOLERANCE = 0.1 * PIXEL;

/** Ground whose shape is seen by its fill has an outline from so many pixels on; smaller, its outline would be all that is seen of it, and most of what is drawn. */
const OUTLINED = 3 * PIXEL;

export interface TileWishes {
  /** At which zoom names are written, and the column that they come in. */
  names: { minZoom: number; column: string } | null;
  /** Which ground has an outline: all, what is wide enough, or none because the style has none. */
  outlines: 'all' | 'wide' | 'none';
}
interface Held {
  portions: PackedFeatures[];
  /** It comes from the engine's worker, and not from the page. */
  isPassed: boolean;
  /** In the place of what came first; null for what is gone. */
  changed: Map<string, PlanFeature | null>;
  wishes: TileWishes;
  /** Made with the first tile, and the changed ones anew with the first after each change. */
  bodies: Drawn | null;
  /** Made with the first tile that shows names: it takes a while to find a place for each. */
  names: Drawn | null;
}
interface Drawn {
  /** What came first. */
  first: PackedGround;
  changed: PackedGround | null;
}
const layers = new Map<string, Held>();

function held(key: string): Held {
  const layer = layers.get(key);
  if (!layer) throw new Error(`no layer ${key} is held for tiles`);
  return layer;
}
/** As `labelPoint` places it; none without a name. */
const namesOf = ({ wishes }: Held, features: readonly PlanFeature[]): PackedFeatures => packFeatures(features.flatMap(({ id, geometry, properties }): PlanFeature[] => {
  const label = properties[wishes.names?.column ?? ''] ?? '';
  return label === '' ? [] : [{ type: 'Feature', id, geometry: geometry.type === 'Point' ? geometry : { type: 'Point', coordinates: pointOnSurface(geometry) }, properties: { _id: id, label } }];
}));
/** What is put in the place of others, as it stands now. */
const putIn = ({ changed }: Held): PlanFeature[] => [...changed.values()].filter((feature) => feature !== null);

function drawnIn({ first, changed }: Drawn, layer: Held, frame: TileFrame): CutTile[] {
  const found = cutTile(first, frame, TOLERANCE, OUTLINED);
  if (layer.changed.size > 0) found.features = found.features.filter(({ feature }) => !layer.changed.has(first.idOf(feature)));
  return changed ? [found, cutTile(changed, frame, TOLERANCE, OUTLINED)] : [found];
}

/**
 * What the page may ask of the worker that cuts very large layers into vector tiles. The map's own worker would cut a layer anew with each portion that it is
 * given; here nothing is cut before a tile is looked at. A library that cuts tiles takes features apart and keeps them so: for 200,000 buildings four times as long,
 * half of it to collect what it left behind.
 */
export const tilesApi = {
  open: (key: string, wishes: TileWishes): void => { layers.set(key, { portions: [], isPassed: true, changed: new Map(), wishes, bodies: null, names: null }); },
  add: (key: string, portion: PackedFeatures): void => { held(key).portions.push(portion); },
  /** Forgets what came on the line, and what may come yet: the page hands the layer over. */
  clear: (key: string): void => { Object.assign(held(key), { portions: [], isPassed: false }); },
  /** A line on which the engine's worker sends features by itself; layers go by their numbers there. */
  connect: (port: MessagePort): void => takeOn(port, (slot, portion) => {
    const layer = layers.get(String(slot));
    if (layer?.isPassed) layer.portions.push(portion);
  }),
  drop: (key: string): void => { layers.delete(key); },
  /** Takes away and puts in. */
  change: (key: string, removed: readonly string[], portion: PackedFeatures): void => {
    const layer = held(key);
    for (const id of removed) layer.changed.set(id, null);
    for (const feature of unpackFeatures(portion)) layer.changed.set(feature.id, feature);
    for (const drawn of [layer.bodies, layer.names]) if (drawn) drawn.changed = null;
  },
  /** A vector tile with the features, those of them again that have an outline, and from their zoom on the names; no bytes where nothing lies. */
  tile: (key: string, z: number, x: number, y: number): ArrayBuffer => {
    const layer = held(key), { wishes: { names, outlines }, portions, changed } = layer, frame = new TileFrame(z, x, y, UNITS, BEYOND);
    const bodies = layer.bodies ??= { first: new PackedGround(portions), changed: null };
    if (changed.size > 0) bodies.changed ??= new PackedGround([packFeatures(putIn(layer))]);
    const ground = drawnIn(bodies, layer, frame);
    const outlined = outlines === 'none' ? [] : ground.map((tile) => ({ ...tile, features: tile.features.filter(({ type, isWide }) => type === POLYGON && (outlines === 'all' || isWide)) }));
    const named = names && z >= Math.floor(names.minZoom) ? drawnIn(namesIn(layer), layer, frame) : [];
    const bytes = writeTile([{ name: 'features', tiles: ground, without: names?.column }, { name: 'outlines', tiles: outlined, without: names?.column }, { name: 'names', tiles: named }], UNITS);
    return transfer(bytes, [bytes]);
  },
};
export type TilesApi = typeof tilesApi;

function namesIn(layer: Held): Drawn {
  const names = layer.names ??= { first: new PackedGround(layer.portions.map((portion) => namesOf(layer, unpackFeatures(portion)))), changed: null };
  if (layer.changed.size > 0) names.changed ??= new PackedGround([namesOf(layer, putIn(layer))]);
  return names;
}
