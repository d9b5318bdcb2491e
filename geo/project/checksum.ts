import type { Geometry } from 'geojson';
import type { Layer, PlanFeature, PropertyValue } from '../model/index.ts';

/**
 * Tells whether a layer is still the same, whatever the order of its features, properties or letters of a file: the sum of a 64-bit
 * number a feature, so that changing one feature changes the sum by two of them. It tells change, not forgery. Null and absent are the same.
 */
export type Sum = [number, number];

const ZERO: Readonly<Sum> = [0, 0];
const words = new Int32Array(2);
const double = new Float64Array(words.buffer);

/** Two lanes of 32 bits, each mixed as MurmurHash3 does. */
class Mixer {
  private a = 0x2f0b4c47;
  private b = 0x6a09e667;

  word(value: number): this {
    let k = Math.imul(value, 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    this.a ^= k;
    this.a = (Math.imul((this.a << 13) | (this.a >>> 19), 5) + 0xe6546b64) | 0;
    let l = Math.imul(value ^ 0x5bd1e995, 0x85ebca6b);
    l = Math.imul((l << 17) | (l >>> 15), 0xc2b2ae35);
    this.b ^= l;
    this.b = (Math.imul((this.b << 11) | (this.b >>> 21), 5) + 0x38495ab5) | 0;
    return this;
  }
  number(value: number): this {
    double[0] = value === 0 ? 0 : value;
    return this.word(words[0]).word(words[1]);
  }
  text(value: string): this {
    for (let i = 0; i < value.length; i++) this.word(value.charCodeAt(i));
    return this.word(value.length);
  }
  value(value: PropertyValue | undefined): this {
    if (value === null || value === undefined) return this.word(1);
    if (typeof value === 'number') return this.word(2).number(value);
    if (typeof value === 'string') return this.word(3).text(value);
    if (typeof value === 'boolean') return this.word(value ? 5 : 4);
    if (Array.isArray(value)) {
      this.word(6).word(value.length);
      for (const part of value) this.value(part);
      return this;
    }
    const sum: Sum = [0, 0];
    for (const key of Object.keys(value)) add(sum, new Mixer().text(key).value(value[key]).sum());
    return this.word(7).word(sum[0]).word(sum[1]);
  }
  geometry(geometry: Geometry | null): this {
    if (!geometry) return this.word(1);
    this.text(geometry.type);
    if (geometry.type !== 'GeometryCollection') return this.value(geometry.coordinates as PropertyValue);
    this.word(geometry.geometries.length);
    for (const part of geometry.geometries) this.geometry(part);
    return this;
  }
  sum(): Sum {
    return [finished(this.a ^ this.b), finished(this.b + Math.imul(this.a, 5))];
  }
}
function finished(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function add(to: Sum, [a, b]: Readonly<Sum>, sign = 1): void {
  to[0] = (to[0] + sign * a) | 0;
  to[1] = (to[1] + sign * b) | 0;
}

export function featureSum({ id, geometry, properties }: PlanFeature): Sum {
  const sum: Sum = [0, 0];
  for (const key of Object.keys(properties)) if (properties[key] !== null) add(sum, new Mixer().text(key).value(properties[key]).sum());
  return new Mixer().text(id).geometry(geometry).word(sum[0]).word(sum[1]).sum();
}

/** The sum without `before` and with `after`. */
export function changedSum(sum: Readonly<Sum>, before: Iterable<Sum>, after: Iterable<Sum>): Sum {
  const next: Sum = [sum[0], sum[1]];
  for (const one of before) add(next, one, -1);
  for (const one of after) add(next, one);
  return next;
}

/** The checksum of a layer's content: its features, not its name. */
export function layerChecksum({ features }: Pick<Layer, 'features'>): string {
  return writeSum(sumOf(features));
}
export function sumOf(features: Iterable<PlanFeature>): Sum {
  const sum: Sum = [...ZERO];
  for (const feature of features) add(sum, featureSum(feature));
  return sum;
}
export const writeSum = (sum: Readonly<Sum>): string => sum.map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
export const readSum = (text: string): Sum => [parseInt(text.slice(0, 8), 16) | 0, parseInt(text.slice(8, 16), 16) | 0];

/** The same for a row of a table of ours. */
export function recordSum(values: readonly (string | number | Uint8Array | null)[]): string {
  const mixer = new Mixer();
  for (const value of values) {
    if (value instanceof Uint8Array) {
      mixer.word(8).word(value.length);
      for (let i = 0; i < value.length; i++) mixer.word(value[i]);
    } else mixer.value(value);
  }
  return writeSum(mixer.sum());
}
