import type { Pixels } from '../image/png.ts';
import type { Pyramid } from './pyramid.ts';

/** Pixels of the new picture from one node of the mesh to the next. */
const STEP = 16;

export interface WarpWishes {
  /** Pixels of the new picture. */
  width: number;
  height: number;
  /** Where a place of the new picture lies in the old one: columns and rows, a pixel's middle at a half. */
  from: (x: number, y: number) => readonly [column: number, row: number];
  /** Beyond its edge the old picture goes on as it ends, for who cuts it off there; else nothing is seen. */
  goesOn?: boolean;
}

/**
 * A picture bent into another place. Where its pixels come from is reckoned exactly at the nodes of a mesh, and in straight lines between them. Each is the
 * mean of the ground under it: of four places where the old picture is the finer one, read from the half of it that is near in size.
 * @throws UserError `layout.image-*`
 */
export function warp(source: Pyramid, wishes: WarpWishes): Pixels {
  const { width, height } = wishes, mesh = meshOf(wishes), whole = source.level(0), level = levelFor(mesh.finer, Math.max(whole.width, whole.height));
  const out: Pixels = { width, height, rgb: new Uint8Array(3 * width * height), alpha: new Uint8Array(width * height) };
  const painter = new Painter(source.level(level), whole, 1 / (1 << level), wishes.goesOn === true, mesh.finer > 1.05);
  let isOpaque = true;
  for (let y = 0; y < height; y++) for (let left = 0; left < width; left += STEP) {
    const [u, v, du, dv, alongU, alongV] = mesh.row(left, y);
    for (let x = left, end = Math.min(width, left + STEP); x < end; x++) {
      const t = x + 0.5 - left, seen = painter.put(out, y * width + x, u + t * du, v + t * dv, du, dv, alongU, alongV);
      if (seen < 255) isOpaque = false;
    }
  }
  return isOpaque ? { ...out, alpha: null } : out;
}

/** How often the old picture is halved: as long as it is not the coarser one then. */
function levelFor(finer: number, size: number): number {
  let level = 0;
  while (1 << (level + 1) <= finer * (1 + 1e-9) && 1 << level < size) level++;
  return level;
}

interface Mesh {
  /** Pixels of the old picture for one of the new, along the axis that has more. */
  finer: number;
  /** At the middle of row y, from column `left` (a node): place, and steps for a column and for a row. */
  row(left: number, y: number): [u: number, v: number, du: number, dv: number, alongU: number, alongV: number];
}
function meshOf({ width, height, from }: WarpWishes): Mesh {
  const columns = Math.ceil(width / STEP) + 1, rows = Math.ceil(height / STEP) + 1, us = new Float64Array(columns * rows), vs = new Float64Array(columns * rows);
  for (let j = 0, i = 0; j < rows; j++) for (let k = 0; k < columns; k++, i++) [us[i], vs[i]] = from(k * STEP, j * STEP);
  const middle = (rows >> 1) * columns + (columns >> 1), back = middle - columns - 1;
  const length = (i: number, j: number) => Math.sqrt((us[j] - us[i]) ** 2 + (vs[j] - vs[i]) ** 2) / STEP;
  return {
    finer: Math.max(length(back, back + 1), length(back, back + columns)),
    row(left, y) {
      const j = Math.floor(y / STEP), i = j * columns + left / STEP, t = (y + 0.5) / STEP - j;
      const at = (values: Float64Array, k: number) => values[k] + t * (values[k + columns] - values[k]);
      const u = at(us, i), v = at(vs, i);
      return [u, v, (at(us, i + 1) - u) / STEP, (at(vs, i + 1) - v) / STEP, (us[i + columns] - us[i]) / STEP, (vs[i + columns] - vs[i]) / STEP];
    },
  };
}

class Painter {
  private red = 0;
  private green = 0;
  private blue = 0;
  private seen = 0;

  /** `share`: of the whole picture's size that the one has which is read. */
  constructor(private readonly picture: Pixels, private readonly whole: Pick<Pixels, 'width' | 'height'>, private readonly share: number, private readonly goesOn: boolean, private readonly four: boolean) {}

  /** Puts pixel `i`; u, v is its middle in the old picture, then steps to the next column and row. Returns how much of it is seen, 0…255. */
  put(out: Pixels, i: number, u: number, v: number, du: number, dv: number, alongU: number, alongV: number): number {
    this.red = this.green = this.blue = this.seen = 0;
    if (this.four) {
      // A quarter of a pixel to all sides of its middle.
      this.sample(u - (du + alongU) / 4, v - (dv + alongV) / 4);
      this.sample(u + (du - alongU) / 4, v + (dv - alongV) / 4);
      this.sample(u - (du - alongU) / 4, v - (dv - alongV) / 4);
      this.sample(u + (du + alongU) / 4, v + (dv + alongV) / 4);
    } else this.sample(u, v);
    if (this.seen <= 0) return 0;
    out.rgb[3 * i] = this.red / this.seen + 0.5;
    out.rgb[3 * i + 1] = this.green / this.seen + 0.5;
    out.rgb[3 * i + 2] = this.blue / this.seen + 0.5;
    return out.alpha![i] = Math.round(this.seen / (this.four ? 4 : 1) * 255);
  }
  /** The colour at a place of the whole picture, between the middles of four pixels. */
  private sample(column: number, row: number): void {
    if (!this.goesOn && !(column >= 0 && row >= 0 && column < this.whole.width && row < this.whole.height)) return;
    const { width, height, rgb, alpha } = this.picture, x = column * this.share - 0.5, y = row * this.share - 0.5;
    const left = Math.floor(x), top = Math.floor(y), fx = x - left, fy = y - top;
    const x0 = clamped(left, width), x1 = clamped(left + 1, width), y0 = clamped(top, height) * width, y1 = clamped(top + 1, height) * width;
    this.add(rgb, alpha, y0 + x0, (1 - fx) * (1 - fy));
    this.add(rgb, alpha, y0 + x1, fx * (1 - fy));
    this.add(rgb, alpha, y1 + x0, (1 - fx) * fy);
    this.add(rgb, alpha, y1 + x1, fx * fy);
  }
  private add(rgb: Uint8Array, alpha: Uint8Array | null, i: number, share: number): void {
    const seen = alpha ? share * alpha[i] / 255 : share;
    this.red += seen * rgb[3 * i];
    this.green += seen * rgb[3 * i + 1];
    this.blue += seen * rgb[3 * i + 2];
    this.seen += seen;
  }
}
const clamped = (index: number, count: number): number => (index < 0 ? 0 : index >= count ? count - 1 : index);
