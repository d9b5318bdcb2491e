import type { Drawing, GeoFrame } from '../drawing.ts';

/** Ground of a pixel's upper left corner: east = a·column + b·row + c, north = d·column + e·row + f, metres of the frame's CRS. */
export interface PixelGround {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

/** For pixels of the whole sheet, from its upper left corner. A frame's corners are a rectangle of the paper, anticlockwise from the lower left. */
export function pixelGround({ corners: [lowerLeft, lowerRight, , upperLeft] }: GeoFrame, dpi: number): PixelGround {
  const size = 25.4 / dpi, width = lowerRight.x - lowerLeft.x, height = lowerLeft.y - upperLeft.y;
  const [a, d] = [(lowerRight.east - lowerLeft.east) / width * size, (lowerRight.north - lowerLeft.north) / width * size];
  const [b, e] = [(lowerLeft.east - upperLeft.east) / height * size, (lowerLeft.north - upperLeft.north) / height * size];
  const column = upperLeft.x / size, row = upperLeft.y / size;
  return { a, b, d, e, c: upperLeft.east - a * column - b * row, f: upperLeft.north - d * column - e * row };
}

/** The frame that a sheet's georeference goes by: the largest on the paper, as PDF readers take it too. */
export function mainFrame({ frames }: Drawing): GeoFrame | undefined {
  const area = ({ corners: [a, b, , d] }: GeoFrame) => Math.abs((b.x - a.x) * (a.y - d.y));
  return frames.reduce<GeoFrame | undefined>((best, frame) => (best && area(best) >= area(frame) ? best : frame), undefined);
}

/** Text of a .pgw or .tfw (ESRI world file) for an image of the whole sheet: its terms in columns, then the centre of the first pixel. */
export function worldFile(frame: GeoFrame, dpi: number): string {
  const { a, b, c, d, e, f } = pixelGround(frame, dpi);
  return [a, d, b, e, c + (a + b) / 2, f + (d + e) / 2].map((value) => `${value.toFixed(10)}\n`).join('');
}
