/** `.001` for 1, `.5` for 500, nothing for 0. */
const FRACTIONS = Array.from({ length: 1000 }, (_, i) => (i === 0 ? '' : `.${`${i}`.padStart(3, '0').replace(/0+$/, '')}`));
/**
 * A thousandth of a millimetre is a thousandth of what a pen can draw; more digits would only fill the file. Whole numbers and a table of
 * fractions, for a sheet has millions of these.
 */
export function mm(value: number): string {
  const thousandths = Math.round(value * 1000), size = Math.abs(thousandths), whole = Math.floor(size / 1000);
  if (!Number.isFinite(size)) throw new Error(`${value} is no place on a sheet`);
  return (thousandths < 0 ? '-' : '') + whole + FRACTIONS[size - whole * 1000];
}
