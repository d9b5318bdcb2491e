/** A CRS as people write it where north may come first: `EPSG:4547,yx`. */
export interface CrsText {
  code: string;
  swapped: boolean;
}
export function readCrsText(text: string): CrsText {
  return { code: text.replace(/,.*$/, '').trim(), swapped: /,\s*(?:yx|ne)$/i.test(text) };
}
export const writeCrsText = ({ code, swapped }: CrsText): string => (swapped ? `${code},yx` : code);
