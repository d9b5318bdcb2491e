/** A number with its digits by threes. */
export function thousands(value: number, between = ','): string {
  const [whole, part] = String(value).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, between) + (part === undefined ? '' : `.${part}`);
}
