import { say, type Language } from '../../messages/index.ts';
import { UserError } from '../../model/index.ts';
import type { GroupMark, ImageMark, LeftOut } from '../drawing.ts';
import type { FrameView } from '../frame.ts';
import { encodeJpeg } from '../image/encode-jpeg.ts';
import { encodePng } from '../image/encode-png.ts';
import type { Pixels } from '../image/png.ts';
import type { Box } from '../sheet.ts';
import { asDelivered } from './as-delivered.ts';
import { BasemapPlace, type Basemap } from './basemap.ts';
import type { Pyramid } from './pyramid.ts';
import { warp } from './warp.ts';

/** A basemap with its picture. */
export interface DrawnBasemap {
  basemap: Basemap;
  picture: Pyramid;
}
/** Pixels an inch of paper: where a frame says nothing; below which a picture is poor in print. */
export const BASEMAP_DPI = { usual: 300, poor: 100, least: 50, most: 600 } as const;
/** In one frame: the whole of an A1 sheet at 300 dpi has 70. */
const MOST_MEGAPIXELS = 80;

export interface BasemapWishes {
  language: Language;
  /** Colour under the picture, `#rrggbb`, which is seen where the frame wants it weaker. */
  ground: string;
  /** No finer than this, for a look on the screen. */
  screenDpi?: number;
}
/** A basemap in a frame: marks (none where it lies elsewhere), and a word on it where it is too coarse for the paper. */
export interface FramedBasemap {
  mark: GroupMark | null;
  poor: LeftOut | null;
}

/**
 * A basemap as an image at its true place, through the planning CRS: a JPEG that lies straight in the frame as it was delivered; any other turned and
 * bent pixel by pixel, in the pixels of the frame at the resolution that it wants, or at the picture's own where that is less. Its edge is a line, not pixels.
 * @throws UserError `layout.image-*` for a picture that cannot be read, `layout.basemap-large`
 */
export function basemapMarks({ basemap, picture }: DrawnBasemap, view: FrameView, { language, ground, screenDpi = Infinity }: BasemapWishes): FramedBasemap {
  const { frame } = view, place = new BasemapPlace(basemap), strength = frame.basemapStrength ?? 1;
  const ring = place.outline().flatMap(([lon, lat]) => view.fromDegrees(lon, lat));
  const seen = common(frame.box, boxOf(ring));
  if (!seen) return { mark: null, poor: null };
  const own = dpiOf(place, view, seen), wanted = Math.min(frame.basemapDpi ?? BASEMAP_DPI.usual, screenDpi);
  const whole = strength >= 1 ? asDelivered(place, picture, view, { seen, finer: own / wanted }) : null;
  const image = whole ?? bent({ basemap, picture }, view, { seen, dpi: Math.min(own, wanted), ground, strength });
  return {
    mark: { kind: 'group', id: `${frame.id}-${basemap.id}`, layer: { id: basemap.id, title: basemap.name || say('layout.basemap', language) }, clip: [ring], marks: [image] },
    poor: own < BASEMAP_DPI.poor ? { code: 'layout.basemap-coarse', frame: frame.id, layer: basemap.id, text: `${basemap.name} (${Math.round(own)} dpi)` } : null,
  };
}

/** In pixels of the frame: a photograph as a photograph, by which it takes a fraction of the room. */
function bent({ basemap, picture }: DrawnBasemap, view: FrameView, { seen, dpi, ground, strength }: { seen: Box; dpi: number; ground: string; strength: number }): ImageMark {
  const place = new BasemapPlace(basemap), size = 25.4 / dpi, width = Math.max(1, Math.ceil(seen.width / size - 1e-6)), height = Math.max(1, Math.ceil(seen.height / size - 1e-6));
  if (width * height > MOST_MEGAPIXELS * 1e6) throw new UserError('layout.basemap-large', { name: basemap.name, width, height, most: MOST_MEGAPIXELS, fitting: Math.floor(dpi * Math.sqrt(MOST_MEGAPIXELS * 1e6 / (width * height))) });
  const pixels = weakened(warp(picture, { width, height, goesOn: true, from: (x, y) => place.fromDegrees(...view.plane.inverse(...view.toPlane(seen.x + x * size, seen.y + y * size))) }), strength, ground);
  const coded = basemap.type === 'image/jpeg' && !pixels.alpha ? { bytes: encodeJpeg(pixels), type: 'image/jpeg' as const } : { bytes: encodePng(pixels), type: 'image/png' as const };
  return { kind: 'image', ...coded, x: seen.x, y: seen.y, width: width * size, height: height * size };
}

/** Pixels of the picture for an inch of paper in the middle of what is seen, along the axis that has more. */
function dpiOf(place: BasemapPlace, view: FrameView, { x, y, width, height }: Box): number {
  const at = (px: number, py: number) => place.fromDegrees(...view.plane.inverse(...view.toPlane(px, py)));
  const [middle, right, below] = [at(x + width / 2, y + height / 2), at(x + width / 2 + 1, y + height / 2), at(x + width / 2, y + height / 2 + 1)];
  const pixels = (other: readonly [number, number]) => Math.sqrt((other[0] - middle[0]) ** 2 + (other[1] - middle[1]) ** 2);
  return 25.4 * Math.max(pixels(right), pixels(below));
}

/** The picture as it looks half seen through over one colour. What is transparent in it stays so. */
function weakened(pixels: Pixels, strength: number, ground: string): Pixels {
  if (strength >= 1) return pixels;
  const under = [1, 3, 5].map((at) => Number.parseInt(ground.slice(at, at + 2), 16)), rgb = new Uint8Array(pixels.rgb.length);
  for (let i = 0; i < rgb.length; i++) rgb[i] = under[i % 3] + (pixels.rgb[i] - under[i % 3]) * strength + 0.5;
  return { ...pixels, rgb };
}

function boxOf(ring: readonly number[]): Box {
  const xs = ring.filter((_, i) => i % 2 === 0), ys = ring.filter((_, i) => i % 2 === 1), x = Math.min(...xs), y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
function common(a: Box, b: Box): Box | null {
  const x = Math.max(a.x, b.x), y = Math.max(a.y, b.y), width = Math.min(a.x + a.width, b.x + b.width) - x, height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 1e-6 && height > 1e-6 ? { x, y, width, height } : null;
}
