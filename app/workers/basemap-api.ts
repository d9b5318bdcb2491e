import { transfer } from 'comlink';
import { basemapTile, decodeImage, Pyramid, type Basemap } from '../../geo/index.ts';
import { outcome } from './failure.ts';

/** Pictures by their sha256, decoded with the first tile that wants them. */
const pictures = new Map<string, Promise<Pyramid>>();

/** What the map may ask of the worker that bends basemaps into its tiles. It is not the engine's, so that the map is drawn while an analysis runs. */
export const basemapApi = {
  hold: (sha256: string, type: Basemap['type'], picture: Blob): void => {
    if (!pictures.has(sha256)) pictures.set(sha256, picture.arrayBuffer().then((buffer) => new Pyramid(() => decodeImage(new Uint8Array(buffer), type))));
  },
  drop: (sha256: string): void => { pictures.delete(sha256); },
  /** Null where nothing of the picture lies in the tile. */
  tile: (basemap: Basemap, z: number, x: number, y: number, size: number) => outcome(async (): Promise<ImageBitmap | null> => {
    const picture = await pictures.get(basemap.sha256), pixels = picture && basemapTile({ basemap, picture }, z, x, y, size);
    if (!pixels) return null;
    const { rgb, alpha } = pixels, rgba = new Uint8ClampedArray(4 * size * size);
    for (let i = 0; i < size * size; i++) {
      for (let k = 0; k < 3; k++) rgba[4 * i + k] = rgb[3 * i + k];
      rgba[4 * i + 3] = alpha ? alpha[i] : 255;
    }
    const bitmap = await createImageBitmap(new ImageData(rgba, size, size));
    return transfer(bitmap, [bitmap]);
  }),
};
export type BasemapApi = typeof basemapApi;
