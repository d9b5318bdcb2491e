/** A cost as it is typed: null where nothing is, undefined where it is no amount. */
export function costOf(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
