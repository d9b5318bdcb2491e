import type { Extent, Geometry, Position } from '../../../geo/index.ts';

/** What is drawn, and in which of the interface's colours. */
const INKS = { background: { stroke: '#b9c2cc', fill: '#e8ecf0' }, shapes: { stroke: '#a3281e', fill: '#a3281e33' } } as const;

/** Draws shapes over a background, fitted to the shapes. Plate carrée with the latitude of the middle: a sketch, not a map. */
export function drawShapes(canvas: HTMLCanvasElement, shapes: readonly Geometry[], background: readonly Geometry[], extent: Extent): void {
  const ratio = devicePixelRatio || 1;
  canvas.width = canvas.clientWidth * ratio;
  canvas.height = canvas.clientHeight * ratio;
  const pen = canvas.getContext('2d')!;
  const place = placing(extent, canvas.width, canvas.height);
  for (const [geometries, ink] of [[background, INKS.background], [shapes, INKS.shapes]] as const) {
    pen.strokeStyle = ink.stroke;
    pen.fillStyle = ink.fill;
    pen.lineWidth = ratio;
    for (const geometry of geometries) draw(pen, geometry, place, ratio);
  }
}

type Place = (position: Position) => [number, number];
function placing([west, south, east, north]: Extent, width: number, height: number): Place {
  const squeeze = Math.cos((south + north) / 2 * Math.PI / 180);
  // A margin of a fifth, and never less than a few hundred metres across.
  const across = Math.max((east - west) * squeeze, 0.004), along = Math.max(north - south, 0.004);
  const scale = Math.min(width / across, height / along) / 1.4;
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  return ([x, y]) => [width / 2 + (x - lon) * squeeze * scale, height / 2 - (y - lat) * scale];
}

function draw(pen: CanvasRenderingContext2D, geometry: Geometry, place: Place, ratio: number): void {
  const line = (positions: readonly Position[], close: boolean) => {
    positions.forEach((position, i) => (i === 0 ? pen.moveTo(...place(position)) : pen.lineTo(...place(position))));
    if (close) pen.closePath();
  };
  const path = (lines: readonly Position[][], close: boolean) => {
    pen.beginPath();
    for (const one of lines) line(one, close);
    if (close) pen.fill('evenodd');
    pen.stroke();
  };
  switch (geometry.type) {
    case 'Point': return dot(pen, place(geometry.coordinates), ratio);
    case 'MultiPoint': return geometry.coordinates.forEach((position) => dot(pen, place(position), ratio));
    case 'LineString': return path([geometry.coordinates], false);
    case 'MultiLineString': return path(geometry.coordinates, false);
    case 'Polygon': return path(geometry.coordinates, true);
    case 'MultiPolygon': return path(geometry.coordinates.flat(), true);
    case 'GeometryCollection': return geometry.geometries.forEach((part) => draw(pen, part, place, ratio));
  }
}
function dot(pen: CanvasRenderingContext2D, [x, y]: [number, number], ratio: number): void {
  pen.beginPath();
  pen.arc(x, y, 1.8 * ratio, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
}
