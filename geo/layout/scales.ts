/** Scales of plans, 1 : so many: detailed plans to 1:2,000, districts to 1:5,000, cities to 1:50,000. */
export const SCALES = [500, 1000, 2000, 5000, 10_000, 25_000, 50_000, 100_000] as const;

/** The largest scale of the series at which something of this size (m) fits on so much paper (mm); beyond the series whole hundred thousands. */
export function fittingScale(ground: { width: number; height: number }, paper: { width: number; height: number }): number {
  const needed = Math.max(ground.width / paper.width, ground.height / paper.height) * 1000;
  return SCALES.find((scale) => scale >= needed) ?? Math.ceil(needed / 100_000) * 100_000;
}

/** 1, 2 or 5 times a power of ten, the largest that does not exceed the length. */
export function roundLength(length: number): number {
  if (!(length > 0)) return 0;
  let power = 1;
  while (power * 10 <= length) power *= 10;
  while (power > length) power /= 10;
  return power * ([5, 2].find((digit) => digit * power <= length) ?? 1);
}
