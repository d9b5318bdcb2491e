import type { Symbology } from '../../geo/index.ts';

/** How strong fill and line are on the map at an opacity of the layer: thumbnails, legend and picture show the same. */
export function strengthOf({ fillShare = 1 }: Pick<Symbology, 'fillShare'>, opacity: number): { fill: number; line: number } {
  return { fill: opacity * fillShare, line: Math.min(1, opacity * 1.15) };
}
/** A dash, which the map measures in widths of its line. */
export function dashOf(dash: readonly number[] | undefined, width: number): string | undefined {
  return dash?.map((part) => part * width).join(' ');
}
