import { geodesicDistance } from '../../../geo/index.ts';

export interface ScaleBar {
  /** In the page's pixels. */
  length: number;
  label: string;
}

/** The longest round length that fits `most` pixels, given two places that stand `apart` pixels from each other. */
export function scaleBar(a: readonly [number, number], b: readonly [number, number], apart: number, most: number): ScaleBar {
  const metresPerPixel = geodesicDistance(a[0], a[1], b[0], b[1]) / apart;
  const longest = metresPerPixel * most;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = power * ([5, 2, 1].find((step) => step * power <= longest) ?? 1);
  return { length: metres / metresPerPixel, label: metres >= 1000 ? `${metres / 1000} km` : `${metres} m` };
}
