import type { TextMark } from '../drawing.ts';
import type { Faces } from '../font/faces.ts';
import { Obstacles, type Plate } from '../labels/obstacles.ts';
import type { Box } from '../sheet.ts';

/** What is written on a section: each at the first of its places where it touches nothing that was written before. */
export class Lettering {
  private readonly taken = new Obstacles();

  constructor(private readonly faces: Faces) {}

  /** A figure says something of its place, so it is written in any case: where no place is free, at its first. */
  figure(places: readonly TextMark[]): TextMark {
    const found = places.find((place) => this.taken.isFree(this.plate(place))) ?? places[0];
    this.taken.add(this.plate(found));
    return found;
  }
  /** The first free box in order; null where there is none. */
  box<T extends Box>(places: Iterable<T>): T | null {
    for (const place of places) {
      const plate = plateOf(place);
      if (!this.taken.isFree(plate)) continue;
      this.taken.add(plate);
      return place;
    }
    return null;
  }

  private plate({ text, x, y, size, weight, anchor }: TextMark): Plate {
    const width = this.faces.width(text, size, weight), west = x - width * SHARE[anchor];
    return plateOf({ x: west, y: y - size * ASCENT, width, height: size * (ASCENT + DESCENT) });
  }
}
const SHARE: Readonly<Record<TextMark['anchor'], number>> = { start: 0, middle: 0.5, end: 1 };
/** Of letters over and under their baseline, of the em. */
const ASCENT = 0.85, DESCENT = 0.15;

const plateOf = ({ x, y, width, height }: Box): Plate => ({ x: x + width / 2, y: y + height / 2, halfWidth: width / 2, halfHeight: height / 2, cos: 1, sin: 0 });
