/** The offset systems by what people call them: the system, or whose map the places were copied from. */
const NAMES: readonly { code: 'GCJ-02' | 'BD-09'; pattern: RegExp }[] = [
  { code: 'GCJ-02', pattern: /gcj[-_ ]?(?:02)?|火星|高德|腾讯|騰訊|amap|gaode/i },
  { code: 'BD-09', pattern: /bd[-_ ]?09(?:ll)?|(?<![a-z])bd(?=[-_ ])|百度|baidu/i },
];

/** The system that a name speaks of, of a column or a file; null where it speaks of none. */
export const webMapIn = (name: string): 'GCJ-02' | 'BD-09' | null => NAMES.find(({ pattern }) => pattern.test(name))?.code ?? null;
/** The name without it: what is left of 高德经度 is 经度. */
export const withoutWebMap = (name: string): string => NAMES.reduce((rest, { pattern }) => rest.replace(pattern, ''), name);
