import type { ImageMark } from '../drawing.ts';
import type { FrameView } from '../frame.ts';
import type { Box } from '../sheet.ts';
import type { BasemapPlace } from './basemap.ts';
import type { Pyramid } from './pyramid.ts';

/** mm on paper by which a pixel may lie beside its true place. */
const BESIDE = 0.05;
/** Share of the picture that the frame has to show, and how much finer than wanted it may be: else more would be given out than is seen. */
const SEEN = 0.6, FINER = 1.5;
/** Places along each side at which it is looked where the picture lies. */
const STEPS = 8;

/**
 * A JPEG that lies straight in the frame, as it was delivered: nothing is lost, and sheets that show it share it. Null where it would have to be bent,
 * turned or cut, or is much finer than the paper asks.
 */
export function asDelivered(place: BasemapPlace, picture: Pyramid, view: FrameView, { seen, finer }: { seen: Box; finer: number }): ImageMark | null {
  const { basemap: { width, height } } = place, { delivered } = picture;
  if (!delivered || finer > FINER) return null;
  const onPaper = (column: number, row: number) => view.fromDegrees(...place.toDegrees(column, row));
  const [left, top] = onPaper(0, 0), [right, bottom] = onPaper(width, height), box = { x: left, y: top, width: right - left, height: bottom - top };
  if (!(box.width > 0 && box.height > 0) || seen.width * seen.height < SEEN * box.width * box.height) return null;
  for (let j = 0; j <= STEPS; j++) for (let i = 0; i <= STEPS; i++) {
    const [x, y] = onPaper(width * i / STEPS, height * j / STEPS);
    if (Math.abs(x - left - box.width * i / STEPS) > BESIDE || Math.abs(y - top - box.height * j / STEPS) > BESIDE) return null;
  }
  // It is read to its end, so that what is damaged is found here and not by the reader.
  picture.level(0);
  return { kind: 'image', bytes: delivered, type: 'image/jpeg', ...box };
}
