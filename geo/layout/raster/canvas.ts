import type { Points } from '../drawing.ts';
import { Coverage } from './coverage.ts';
import { addRings } from './rings.ts';

/** What a clip leaves: rings in mm, within another window or none. Rows and columns in pixels of the whole sheet. */
export interface Window {
  rings: readonly Points[];
  outer: Window | null;
  depth: number;
  top: number;
  bottom: number;
}
/** Share of each pixel that a window leaves, 0…255, for the columns from `left` to before `right` of all rows of the band. */
interface Mask {
  left: number;
  right: number;
  shares: Uint8Array;
}
export type Rgb = readonly [number, number, number];
/** By which sums of edges become shares: rings with holes, or strokes and letters that overlap. */
export type Rule = 'even-odd' | 'nonzero';

export interface Ink {
  rule: Rule;
  color: Rgb;
  opacity: number;
  window: Window | null;
}

/** A band of the sheet, from row `top` on, as it is being painted. White at first. */
export class Canvas {
  readonly coverage: Coverage;
  readonly rgb: Uint8Array;
  /** Shares of the row that is being painted. */
  private readonly shares: Float32Array;
  private readonly masks: { window: Window; mask: Mask }[] = [];

  /** `scale`: pixels in a millimetre. */
  constructor(readonly width: number, readonly rows: number, readonly scale: number, public top = 0) {
    this.coverage = new Coverage(width, rows);
    this.rgb = new Uint8Array(3 * width * rows);
    this.shares = new Float32Array(width);
    this.start(top);
  }
  start(top: number): void {
    this.top = top;
    this.masks.length = 0;
    this.rgb.fill(255);
  }

  /** Lays a colour on what the edges cover that `trace` adds, as far as it is in the window. */
  paint({ rule, color: [red, green, blue], opacity, window }: Ink, trace: (canvas: Canvas) => void): void {
    // Before the shape: a window is worked out in the same coverage.
    const { rgb, width, shares } = this, mask = window && this.mask(window);
    trace(this);
    for (let row = this.coverage.top; row <= this.coverage.bottom; row++) {
      const from = this.coverage.first[row], end = this.resolve(row, rule);
      for (let x = from; x < end; x++) {
        if (shares[x] <= LEAST) continue;
        const seen = mask ? shares[x] * opacity * maskShare(mask, row, x) : shares[x] * opacity;
        blend(rgb, 3 * (row * width + x), red, green, blue, seen);
      }
    }
    this.clear();
  }
  /** Pixels of an image, which the caller knows to be on the canvas. */
  put(x: number, row: number, red: number, green: number, blue: number, share: number, window: Window | null): void {
    const seen = window ? share * maskShare(this.mask(window), row, x) : share;
    blend(this.rgb, 3 * (row * this.width + x), red, green, blue, seen);
  }

  private mask(window: Window): Mask {
    const known = this.masks[window.depth];
    if (known?.window === window) return known.mask;
    const outer = window.outer && this.mask(window.outer);
    addRings(this, window.rings);
    const { coverage, width, rows, shares } = this;
    let left = width, right = 0;
    for (let row = coverage.top; row <= coverage.bottom; row++) {
      left = Math.min(left, coverage.first[row]);
      right = Math.max(right, this.isOpen(row) ? width : Math.min(width, coverage.last[row] + 1));
    }
    const mask: Mask = { left, right, shares: new Uint8Array(Math.max(0, right - left) * rows) };
    for (let row = coverage.top; row <= coverage.bottom; row++) {
      const from = coverage.first[row], end = this.resolve(row, 'even-odd');
      for (let x = from; x < end; x++) mask.shares[row * (right - left) + x - left] = Math.round(shares[x] * (outer ? maskShare(outer, row, x) : 1) * 255);
    }
    this.clear();
    this.masks[window.depth] = { window, mask };
    return mask;
  }
  /** True where edges of a row close only right of the paper. */
  private isOpen(row: number): boolean {
    const { cells, stride, first, last } = this.coverage;
    let sum = 0;
    for (let i = row * stride + first[row]; i <= row * stride + last[row]; i++) sum += cells[i];
    return Math.abs(sum) > CLOSED;
  }

  /** Sums a row's cells up into `shares`, from its first column to before the one returned. The cells are blank afterwards. */
  private resolve(row: number, rule: Rule): number {
    const { coverage: { cells, stride, first, last }, width, shares } = this, at = row * stride, end = Math.min(width, last[row] + 1), isNonzero = rule === 'nonzero';
    let sum = 0, share = 0;
    for (let x = first[row]; x < end; x++) {
      const cell = cells[at + x];
      if (cell !== 0) {
        sum += cell;
        cells[at + x] = 0;
        share = isNonzero ? Math.min(1, Math.abs(sum)) : folded(sum);
      }
      shares[x] = share;
    }
    for (let x = end; x <= last[row]; x++) {
      sum += cells[at + x];
      cells[at + x] = 0;
    }
    if (end === width || Math.abs(sum) < CLOSED) return end;
    shares.fill(share, end);
    return width;
  }
  private clear(): void {
    const { coverage } = this;
    for (let row = coverage.top; row <= coverage.bottom; row++) {
      coverage.first[row] = this.width + 2;
      coverage.last[row] = -1;
    }
    coverage.top = coverage.rows;
    coverage.bottom = -1;
  }
}
/** Sums of edges that close differ from nought by rounding alone. */
const CLOSED = 1e-3;
/** A share that changes no byte. */
const LEAST = 1 / 1024;

/** Windings of the even-odd rule: 0 to 1 in, 1 to 2 out again. */
function folded(sum: number): number {
  const size = Math.abs(sum), rest = size - 2 * Math.floor(size / 2);
  return rest > 1 ? 2 - rest : rest;
}
function maskShare({ left, right, shares }: Mask, row: number, x: number): number {
  return x < left || x >= right ? 0 : shares[row * (right - left) + x - left] / 255;
}
function blend(rgb: Uint8Array, at: number, red: number, green: number, blue: number, share: number): void {
  rgb[at] = rgb[at] + (red - rgb[at]) * share + 0.5;
  rgb[at + 1] = rgb[at + 1] + (green - rgb[at + 1]) * share + 0.5;
  rgb[at + 2] = rgb[at + 2] + (blue - rgb[at + 2]) * share + 0.5;
}
