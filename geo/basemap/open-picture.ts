import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { detectCrs, type CrsGuess, type LocalGrid } from '../crs/index.ts';
import type { SourceFile } from '../io/index.ts';
import { decodeImage, readJpeg, readPng, type Basemap } from '../layout/index.ts';
import { UserError, type Extent } from '../model/index.ts';
import { isTiff, openTiff } from './open-tiff.ts';
import { PICTURE_LIMITS } from './limits.ts';
import { pictureFiles, statedCrs } from './sidecars.ts';
import { readWorldFile } from './world-file.ts';

/** A picture that could be a basemap: all but its name, level and, where its files do not say it, its CRS. */
export interface OpenedPicture extends Pick<Basemap, 'fileName' | 'type' | 'width' | 'height' | 'ground' | 'sha256' | 'size'> {
  /** As its files state it; null where somebody has to say. */
  crs: string | LocalGrid | null;
  /** Likeliest first. */
  guesses: CrsGuess[];
}

/**
 * Looks into a picture and what lies beside it, or in one archive with it. It is decoded whole, so that one that no sheet could show is refused here. A GeoTIFF becomes a picture that browsers show: a photograph a JPEG, anything else a PNG. `near`: extent in
 * degrees of what the project holds already.
 * @throws UserError `file.*`, `archive.*`, `basemap.*`, `terrain.tiff-damaged`, `layout.image-*`, `crs.datum`
 */
export async function openPicture(files: readonly SourceFile[], near: Extent | null = null): Promise<{ opened: OpenedPicture; bytes: Uint8Array }> {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > PICTURE_LIMITS.bytes) throw new UserError('file.too-large', { size: Math.ceil(size / 1048576), most: PICTURE_LIMITS.bytes / 1048576 });
  const { picture: { name, bytes: delivered }, world, crs: told } = await pictureFiles(files);
  const tiff = isTiff(delivered) ? openTiff(name, delivered, fitting) : null, bytes = tiff?.bytes ?? delivered;
  const { type, width, height } = tiff ?? headOf(bytes);
  const ground = tiff?.ground ?? (world && readWorldFile(new TextDecoder().decode(world.bytes), world.name)), stated = tiff?.stated ?? (told && statedCrs(told));
  if (!ground) throw new UserError('basemap.no-world-file', { file: name, wanted: name.replace(/\.[^.]+$/, tiff ? '.tfw' : type === 'image/png' ? '.pgw' : '.jgw') });
  if (!tiff) decodeImage(bytes, type);
  const corners = [[0, 0], [width, 0], [width, height], [0, height]].map(([x, y]) => [ground.a * x + ground.b * y + ground.c, ground.d * x + ground.e * y + ground.f]);
  const guesses = stated ? [stated.guess] : detectCrs(corners, { near }).filter(({ swapped }) => !swapped);
  return { bytes, opened: { fileName: name, type, width, height, ground, sha256: bytesToHex(sha256(bytes)), size: bytes.length, crs: stated?.code ?? null, guesses } };
}

/** By the first bytes, whatever the name; refused by the size that the header states, before anything is decoded. */
function headOf(bytes: Uint8Array): Pick<Basemap, 'type' | 'width' | 'height'> {
  if (bytes[0] === 0x89) {
    const { width, height } = readPng(bytes);
    return { type: 'image/png', ...fitting(width, height) };
  }
  const { width, height, components } = readJpeg(bytes);
  if (components === 4) throw new UserError('layout.image-jpeg');
  return { type: 'image/jpeg', ...fitting(width, height) };
}
function fitting(width: number, height: number): { width: number; height: number } {
  if (width * height > PICTURE_LIMITS.megapixels * 1e6) throw new UserError('layout.image-large', { width, height, most: PICTURE_LIMITS.megapixels });
  return { width, height };
}
