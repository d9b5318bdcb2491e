/** A rectangle that may be turned: its middle, half its sides, and the direction of its long side. mm */
export interface Plate {
  x: number;
  y: number;
  halfWidth: number;
  halfHeight: number;
  cos: number;
  sin: number;
}

/** Whether two plates overlap, by their separating axes; touching is none. */
export function plateOverlap(a: Plate, b: Plate): boolean {
  const dx = b.x - a.x, dy = b.y - a.y;
  for (const [ux, uy] of [[a.cos, a.sin], [-a.sin, a.cos], [b.cos, b.sin], [-b.sin, b.cos]]) {
    if (Math.abs(dx * ux + dy * uy) >= reach(a, ux, uy) + reach(b, ux, uy) - 1e-9) return false;
  }
  return true;
}
const reach = ({ halfWidth, halfHeight, cos, sin }: Plate, ux: number, uy: number): number => halfWidth * Math.abs(cos * ux + sin * uy) + halfHeight * Math.abs(cos * uy - sin * ux);

/** What is taken on a sheet, in square cells, to be asked very often. */
export class Obstacles {
  private readonly cells = new Map<number, Plate[]>();

  add(plate: Plate): void {
    this.each(plate, (key) => {
      const list = this.cells.get(key);
      if (list) list.push(plate);
      else this.cells.set(key, [plate]);
    });
  }
  isFree(plate: Plate): boolean {
    let free = true;
    this.each(plate, (key) => { if (free && this.cells.get(key)?.some((other) => plateOverlap(plate, other))) free = false; });
    return free;
  }
  private each(plate: Plate, visit: (key: number) => void): void {
    const w = reach(plate, 1, 0), h = reach(plate, 0, 1);
    for (let column = Math.floor((plate.x - w) / CELL); column <= Math.floor((plate.x + w) / CELL); column++) {
      for (let row = Math.floor((plate.y - h) / CELL); row <= Math.floor((plate.y + h) / CELL); row++) visit(column * 100_003 + row);
    }
  }
}
/** mm */
const CELL = 10;

/** Whether a plate lies wholly in a box. */
export function isInside(plate: Plate, { x, y, width, height }: { x: number; y: number; width: number; height: number }): boolean {
  const w = reach(plate, 1, 0), h = reach(plate, 0, 1);
  return plate.x - w >= x && plate.x + w <= x + width && plate.y - h >= y && plate.y + h <= y + height;
}
