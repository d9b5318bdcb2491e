import type { PDFDict } from '@cantoo/pdf-lib';
import { say } from '../../messages/index.ts';
import type { Drawing, GeoFrame } from '../drawing.ts';
import type { Book } from './book.ts';
import { points } from './content.ts';

/** Viewports of a page with geospatial measures (ISO 32000-2, 12.10): where each map frame lies on the ground, for GDAL, QGIS and Acrobat. */
export function viewports(book: Book, { frames, height, language }: Drawing): PDFDict[] | undefined {
  return frames.length === 0 ? undefined : frames.map((frame, i) => viewport(book, frame, height, say('sheet-file.map', language, { n: i + 1 })));
}

function viewport(book: Book, { epsg, corners }: GeoFrame, height: number, name: string): PDFDict {
  const xs = corners.map(({ x }) => x), ys = corners.map(({ y }) => y);
  const left = Math.min(...xs), right = Math.max(...xs), top = Math.min(...ys), bottom = Math.max(...ys);
  const local = corners.flatMap(({ x, y }) => [digits((x - left) / (right - left), 9), digits((bottom - y) / (bottom - top), 9)]);
  const Measure = book.dict({
    Type: 'Measure', Subtype: 'GEO', Bounds: local, LPTS: local,
    // Latitude first; the tenth digit of a degree is a hundredth of a millimetre.
    GPTS: corners.flatMap(({ lon, lat }) => [digits(lat, 10), digits(lon, 10)]),
    GCS: book.dict({ Type: 'PROJCS', EPSG: epsg }),
  });
  return book.dict({ Type: 'Viewport', Name: book.text(name), BBox: [left, height - bottom, right, height - top].map((value) => Number(points(value))), Measure });
}
function digits(value: number, count: number): number {
  return Number(value.toFixed(count));
}
