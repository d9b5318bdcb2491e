const STEPS = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
/** Metres from one mark of an axis to the next, so that they stand `least` apart: mm of paper, or pixels, as `perMetre` is. */
export const stepFor = (perMetre: number, least: number): number => STEPS.find((step) => step * perMetre >= least) ?? 2000;

/** 0+150.0: what chainages are written as. */
export function chainage(metres: number, digits = 0): string {
  const whole = Number(metres.toFixed(digits)), kilometres = Math.floor(whole / 1000), rest = (whole - kilometres * 1000).toFixed(digits);
  return `${kilometres}+${rest.padStart(digits > 0 ? 4 + digits : 3, '0')}`;
}
/** A mark of the axis along the line, in as many digits as its step has. */
export const chainageMark = (at: number, step: number): string => chainage(at, step < 1 ? 1 : 0);
/** A mark of the axis of depths: an elevation where the ground is known, else so far below it. */
export const depthMark = (depth: number, datum: number | null): string => (datum === null ? (depth === 0 ? '±0' : `-${depth}`) : (datum - depth).toFixed(1));
/** The level of something that is drawn, to a decimetre, as the axis has it; `height` against the datum, upwards positive. */
export const levelMark = (height: number, datum: number | null): string => (datum === null && height >= -0.05 ? '±0' : ((datum ?? 0) + height).toFixed(1));
