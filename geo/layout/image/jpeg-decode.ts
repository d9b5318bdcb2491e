import { UserError } from '../../model/index.ts';
import { Bits, codesOf, type Codes } from './jpeg-bits.ts';
import { blockReader, type Pass, type Reading } from './jpeg-blocks.ts';
import { colours, type Component } from './jpeg-colours.ts';
import { damaged, tooLarge } from './png-chunks.ts';
import type { Pixels } from './png.ts';

/** Its coefficients take two bytes each while it is decoded. */
const MOST = 60;
const word = (bytes: Uint8Array, at: number): number => bytes[at] << 8 | bytes[at + 1];

interface Frame {
  width: number;
  height: number;
  progressive: boolean;
  components: Component[];
}
interface Tables {
  quantization: (Uint16Array | undefined)[];
  /** Four for the mean of a block, four for the rest. */
  codes: (Codes | undefined)[];
  restart: number;
  /** What Adobe's segment says of the colours; -1 without one. */
  transform: number;
}

/**
 * Sequential and progressive JPEGs of 8 bits, grey or colour (ITU-T T.81).
 * @throws UserError `layout.image-jpeg` for four inks and rare codings, `layout.image-damaged`, `layout.image-large`
 */
export function decodeJpeg(bytes: Uint8Array): Pixels {
  const tables: Tables = { quantization: [], codes: [], restart: 0, transform: -1 };
  let frame: Frame | null = null, scans = 0;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) throw damaged();
    const marker = bytes[at + 1], length = word(bytes, at + 2), body = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) break;
    if (body.length < length - 2) throw damaged();
    at += 2 + length;
    if (marker === 0xdb) quantization(tables, body);
    else if (marker === 0xc4) huffman(tables, body);
    else if (marker === 0xdd) tables.restart = word(body, 0);
    else if (marker === 0xee && String.fromCharCode(...body.subarray(0, 5)) === 'Adobe') tables.transform = body[11];
    else if (marker >= 0xc0 && marker <= 0xc2) frame = frameOf(body, marker === 0xc2);
    else if (marker > 0xc2 && marker <= 0xcf && marker !== 0xc8) throw new UserError('layout.image-jpeg');
    else if (marker === 0xda && frame) {
      at = scan(bytes, at, body, frame, tables);
      scans++;
    }
  }
  if (!frame || scans === 0) throw damaged();
  for (const component of frame.components) component.quantization ??= tables.quantization[component.table];
  return colours(frame, tables.transform);
}

function quantization({ quantization: all }: Tables, body: Uint8Array): void {
  for (let at = 0; at < body.length;) {
    const wide = body[at] >> 4, id = body[at++] & 15;
    all[id] = Uint16Array.from({ length: 64 }, (_, i) => (wide ? word(body, at + 2 * i) : body[at + i]));
    at += wide ? 128 : 64;
  }
}
function huffman({ codes }: Tables, body: Uint8Array): void {
  for (let at = 0; at + 17 <= body.length;) {
    const kind = body[at] >> 4 & 1, id = body[at] & 3, counts = body.subarray(at + 1, at + 17), size = counts.reduce((sum, count) => sum + count, 0);
    codes[4 * kind + id] = codesOf(counts, body.subarray(at + 17, at + 17 + size));
    at += 17 + size;
  }
}

function frameOf(body: Uint8Array, progressive: boolean): Frame {
  const height = word(body, 1), width = word(body, 3), count = body[5];
  if (body[0] !== 8 || (count !== 1 && count !== 3)) throw new UserError('layout.image-jpeg');
  if (width * height === 0 || body.length < 6 + 3 * count) throw damaged();
  if (width * height > MOST * 1e6) throw tooLarge(width, height, MOST);
  const rows = Array.from({ length: count }, (_, i) => ({ id: body[6 + 3 * i], h: body[7 + 3 * i] >> 4, v: body[7 + 3 * i] & 15, table: body[8 + 3 * i] & 3 }));
  if (rows.some(({ h, v }) => h < 1 || h > 4 || v < 1 || v > 4)) throw damaged();
  const mostH = Math.max(...rows.map(({ h }) => h)), mostV = Math.max(...rows.map(({ v }) => v));
  const unitsX = Math.ceil(width / (8 * mostH)), unitsY = Math.ceil(height / (8 * mostV));
  const components = rows.map((row): Component => ({
    ...row, shareX: row.h / mostH, shareY: row.v / mostV, blocksX: unitsX * row.h, blocksY: unitsY * row.v, quantization: undefined,
    usedX: Math.ceil(width * row.h / mostH / 8), usedY: Math.ceil(height * row.v / mostV / 8), coefficients: new Int16Array(64 * unitsX * row.h * unitsY * row.v),
  }));
  return { width, height, progressive, components };
}

/** Reads the blocks of a scan; where the next segment begins. */
function scan(bytes: Uint8Array, start: number, body: Uint8Array, { components, progressive }: Frame, { codes, restart, quantization: steps }: Tables): number {
  const count = body[0], pass: Pass = { from: body[1 + 2 * count], to: Math.min(63, body[2 + 2 * count]), high: body[3 + 2 * count] >> 4, low: body[3 + 2 * count] & 15, progressive };
  if (count < 1 || count > components.length) throw damaged();
  const chosen = Array.from({ length: count }, (_, i) => {
    const component = components.find(({ id }) => id === body[1 + 2 * i]), ids = body[2 + 2 * i];
    if (!component) throw damaged();
    component.quantization ??= steps[component.table];
    const reading: Reading = { coefficients: component.coefficients, dc: codes[ids >> 4 & 3], ac: codes[4 + (ids & 3)], predicted: 0 };
    const needsDc = !progressive || (pass.from === 0 && pass.high === 0), needsAc = !progressive || pass.from > 0;
    if ((needsDc && !reading.dc) || (needsAc && !reading.ac)) throw damaged();
    return { component, reading };
  });
  const bits = new Bits(bytes, start), read = blockReader(pass), run = { blocks: 0 };
  // Blocks of one component follow each other; of several they take turns, unit by unit.
  const [{ component: only }] = chosen, alone = count === 1;
  const unitsX = alone ? only.usedX : only.blocksX / only.h, units = unitsX * (alone ? only.usedY : only.blocksY / only.v);
  for (let unit = 0; unit < units; unit++) {
    if (restart > 0 && unit > 0 && unit % restart === 0) {
      bits.restart();
      run.blocks = 0;
      for (const { reading } of chosen) reading.predicted = 0;
    }
    const x = unit % unitsX, y = Math.floor(unit / unitsX);
    for (const { component: { h, v, blocksX }, reading } of chosen) {
      if (alone) read(bits, reading, 64 * (y * blocksX + x), pass, run);
      else for (let j = 0; j < v; j++) for (let i = 0; i < h; i++) read(bits, reading, 64 * ((y * v + j) * blocksX + x * h + i), pass, run);
    }
  }
  return bits.at;
}
