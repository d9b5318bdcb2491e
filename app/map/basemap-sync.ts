import { addProtocol, type Map as MapView } from 'maplibre-gl';
import { BasemapPlace, basemapZooms, type Basemap } from '../../geo/index.ts';
import { basemapTiles } from '../workers/basemap-tiles.ts';

export interface PicturedBasemap { basemap: Basemap; picture: Blob }
type Look = { hidden: Readonly<Record<string, boolean>>; opacity: Readonly<Record<string, number>> };

/** Tiles are twice the usual size, so that fewer are asked for. */
const TILE = 512;
const PROTOCOL = 'basemap', PREFIX = 'basemap/';
/** What the addresses of tiles mean; a basemap that is changed gets another number, so that no tile of the old one is shown. */
const shown = new Map<string, PicturedBasemap>();
let count = 0;

/** Addresses that only this page knows: no request leaves it. */
addProtocol(PROTOCOL, async ({ url }) => {
  const [key, z, x, y] = url.slice(PROTOCOL.length + 3).split('/'), of = shown.get(key);
  const tile = of ? await basemapTiles.tile(of.basemap, of.picture, Number(z), Number(x), Number(y), TILE) : null;
  // No bytes: the map knows that there is nothing to draw.
  return { data: tile ?? new ArrayBuffer(0) };
});

/** Keeps a map's basemaps to what the document and the view say: under all layers, in their order. */
export class BasemapSync {
  private drawn = new Map<string, { basemap: Basemap; key: string }>();
  constructor(private readonly map: MapView) {}

  show(basemaps: readonly PicturedBasemap[], { hidden, opacity }: Look): void {
    const wanted = new Map(basemaps.map((one) => [one.basemap.id, one]));
    for (const [id, { basemap }] of this.drawn) if (!isSamePlace(wanted.get(id)?.basemap, basemap)) this.remove(id);
    for (const one of basemaps) if (!this.drawn.has(one.basemap.id)) this.add(one);
    // The first layer over the plain ground that is none of ours: they all go before it, bottom first.
    const above = this.map.getLayersOrder().find((id) => id !== 'background' && !id.startsWith(PREFIX));
    for (const { basemap: { id } } of basemaps) {
      this.map.setLayoutProperty(PREFIX + id, 'visibility', hidden[id] ? 'none' : 'visible');
      this.map.setPaintProperty(PREFIX + id, 'raster-opacity', opacity[id] ?? 1);
      this.map.moveLayer(PREFIX + id, above);
    }
    basemapTiles.keep(new Set([...shown.values()].map(({ basemap: { sha256 } }) => sha256)));
  }
  end(): void {
    for (const { key } of this.drawn.values()) shown.delete(key);
    this.drawn.clear();
  }

  private add(one: PicturedBasemap): void {
    const { basemap } = one, id = PREFIX + basemap.id, key = String(count++), { least, most } = basemapZooms(basemap);
    shown.set(key, one);
    this.drawn.set(basemap.id, { basemap, key });
    this.map.addSource(id, { type: 'raster', tiles: [`${PROTOCOL}://${key}/{z}/{x}/{y}`], tileSize: TILE, bounds: new BasemapPlace(basemap).extent(), minzoom: least, maxzoom: most });
    this.map.addLayer({ id, type: 'raster', source: id, paint: { 'raster-fade-duration': 0 } });
  }
  private remove(id: string): void {
    shown.delete(this.drawn.get(id)!.key);
    this.drawn.delete(id);
    this.map.removeLayer(PREFIX + id);
    this.map.removeSource(PREFIX + id);
  }
}
/** A name or a level that is changed draws nothing anew. */
const isSamePlace = (a: Basemap | undefined, b: Basemap): boolean => a !== undefined && a.sha256 === b.sha256 && a.ground === b.ground && a.crs === b.crs;
