/** 0 … n - 1, or those of them that pass. A loop, because spreading `keys()` makes an object for each, which a whole city feels. */
export function indexes(n: number, passes?: (i: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < n; i++) if (!passes || passes(i)) found.push(i);
  return found;
}
