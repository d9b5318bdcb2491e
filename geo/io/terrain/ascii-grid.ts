import { UserError } from '../../model/index.ts';
import { refuseGrid } from './refuse.ts';
import type { TerrainGrid } from './types.ts';

/** ESRI ASCII grid: six or seven lines of a word and a number, then the heights row by row from the north. It never says its CRS. */
export function readAsciiGrid(bytes: Uint8Array): TerrainGrid {
  const { head, end } = readHead(bytes);
  const need = (...names: string[]): number => {
    const name = names.find((one) => head.has(one));
    if (name === undefined) throw new UserError('terrain.header', { what: names.join('/') });
    return head.get(name)!;
  };
  const columns = need('ncols'), rows = need('nrows');
  const dx = head.has('cellsize') ? need('cellsize') : need('dx'), dy = head.has('cellsize') ? dx : need('dy');
  refuseGrid({ columns, rows, dx, dy });
  const west = head.has('xllcenter') ? need('xllcenter') - dx / 2 : need('xllcorner', 'xllcenter');
  const south = head.has('yllcenter') ? need('yllcenter') - dy / 2 : need('yllcorner', 'yllcenter');
  return { columns, rows, west, north: south + rows * dy, dx, dy, crs: null, values: readHeights(bytes, end, columns * rows, head.get('nodata_value') ?? null) };
}

const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);
const LETTER = /^[a-z_]+$/i;
/** Words and numbers up to the first token in the place of a word that is none. */
function readHead(bytes: Uint8Array): { head: Map<string, number>; end: number } {
  const head = new Map<string, number>();
  for (let at = 0; ;) {
    const word = nextToken(bytes, at);
    if (!LETTER.test(word.text) || head.size > 8) return { head, end: at };
    const value = nextToken(bytes, word.end);
    const number = Number(value.text);
    if (value.text === '' || !Number.isFinite(number)) throw new UserError('terrain.header', { what: word.text.slice(0, 40) });
    head.set(word.text.toLowerCase(), number);
    at = value.end;
  }
}
function nextToken(bytes: Uint8Array, from: number): { text: string; end: number } {
  let start = from;
  while (start < bytes.length && isBlank(bytes[start])) start++;
  let end = start;
  while (end < bytes.length && !isBlank(bytes[end])) end++;
  return { text: String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 80))), end };
}

function readHeights(bytes: Uint8Array, from: number, count: number, nothing: number | null): Float32Array {
  const values = new Float32Array(count);
  let at = from;
  for (let i = 0; i < count; i++) {
    const { text, end } = nextToken(bytes, at);
    const value = text === '' ? NaN : Number(text);
    if (Number.isNaN(value) && text.toLowerCase() !== 'nan') throw new UserError('terrain.heights', { read: i, wanted: count });
    values[i] = value === nothing ? NaN : value;
    at = end;
  }
  return values;
}
