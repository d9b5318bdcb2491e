import type { Bits, Codes } from './jpeg-bits.ts';

/** Order in which a block's coefficients are stored (ITU-T T.81, figure A.6): along the diagonals, to and fro. */
export const ZIGZAG = Uint8Array.from(Array.from({ length: 64 }, (_, i) => i).sort((a, b) => {
  const diagonal = (i: number) => (i >> 3) + (i & 7), step = (i: number) => (diagonal(i) % 2 === 1 ? i >> 3 : i & 7);
  return diagonal(a) - diagonal(b) || step(a) - step(b);
}));

/** What a scan brings of the coefficients: those from `from` to `to`, bits from `low` on; `high` is nought the first time. */
export interface Pass {
  from: number;
  to: number;
  high: number;
  low: number;
  progressive: boolean;
}
/** Blocks of one component as a scan reads them. */
export interface Reading {
  coefficients: Int16Array;
  dc: Codes | undefined;
  ac: Codes | undefined;
  predicted: number;
}
/** Blocks that are still to be passed over because nothing more is told of them. */
export interface Run {
  blocks: number;
}
export type ReadBlock = (bits: Bits, reading: Reading, at: number, pass: Pass, run: Run) => void;

export function blockReader({ from, high, progressive }: Pass): ReadBlock {
  if (!progressive) return whole;
  if (from === 0) return high === 0 ? dcFirst : dcMore;
  return high === 0 ? acFirst : acMore;
}

const whole: ReadBlock = (bits, reading, at, pass, run) => {
  dcFirst(bits, reading, at, pass, run);
  acFirst(bits, reading, at, { ...SEQUENTIAL, to: 63 }, { blocks: 0 });
};
const SEQUENTIAL: Pass = { from: 1, to: 63, high: 0, low: 0, progressive: false };

const dcFirst: ReadBlock = (bits, reading, at, { low }) => {
  reading.predicted += bits.signed(bits.symbol(reading.dc!) & 15);
  reading.coefficients[at] = reading.predicted << low;
};
const dcMore: ReadBlock = (bits, { coefficients }, at, { low }) => {
  if (bits.bit()) coefficients[at] |= 1 << low;
};
const acFirst: ReadBlock = (bits, { coefficients, ac }, at, { from, to, low }, run) => {
  if (run.blocks > 0) {
    run.blocks--;
    return;
  }
  for (let k = from; k <= to;) {
    const symbol = bits.symbol(ac!), size = symbol & 15, zeros = symbol >> 4;
    if (size === 0 && zeros < 15) {
      run.blocks = (1 << zeros) + bits.bits(zeros) - 1;
      return;
    }
    k += zeros;
    if (size > 0 && k <= 63) coefficients[at + ZIGZAG[k]] = bits.signed(size) * (1 << low);
    k++;
  }
};
/** A further bit of what is known to be there, and what appears between (G.1.2.3). */
const acMore: ReadBlock = (bits, { coefficients, ac }, at, { from, to, low }, run) => {
  const one = 1 << low;
  let k = from;
  const refine = (i: number) => {
    if (bits.bit() && (Math.abs(coefficients[i]) & one) === 0) coefficients[i] += coefficients[i] > 0 ? one : -one;
  };
  while (run.blocks === 0 && k <= to) {
    const symbol = bits.symbol(ac!), size = symbol & 15;
    let zeros = symbol >> 4, value = 0;
    if (size > 0) value = bits.bit() ? one : -one;
    else if (zeros < 15) {
      run.blocks = (1 << zeros) + bits.bits(zeros);
      break;
    }
    for (let isPlaced = false; k <= to && !isPlaced; k++) {
      const i = at + ZIGZAG[k];
      if (coefficients[i] !== 0) refine(i);
      else if (zeros > 0) zeros--;
      else {
        coefficients[i] = value;
        isPlaced = true;
      }
    }
  }
  if (run.blocks === 0) return;
  for (; k <= to; k++) if (coefficients[at + ZIGZAG[k]] !== 0) refine(at + ZIGZAG[k]);
  run.blocks--;
};
