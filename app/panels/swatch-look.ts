/** A dash, which the map measures in widths of its line. */
export function dashOf(dash: readonly number[] | undefined, width: number): string | undefined {
  return dash?.map((part) => part * width).join(' ');
}
