import type { AnalysisResult, Factor } from '../../geo/index.ts';

/**
 * The reckoning behind every feature of a run: megabytes of text that are looked at one feature at a time. A blob crosses
 * threads without being copied; `places` says where each feature's part stands in it.
 */
export interface Reckoning {
  text: Blob;
  /** By result layer and feature: first byte and the one after the last. */
  places: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
}

export function writeReckoning(explain: AnalysisResult['explain']): Reckoning {
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  const place = (factors: readonly Factor[]): [number, number] => {
    const bytes = encoder.encode(JSON.stringify(factors));
    parts.push(bytes);
    at += bytes.length;
    return [at - bytes.length, at];
  };
  const places = Object.fromEntries(Object.entries(explain).map(([layer, rows]) => [layer, Object.fromEntries(Object.entries(rows).map(([id, factors]) => [id, place(factors)]))]));
  return { text: new Blob(parts), places };
}

/** One feature's lines; none where the analysis gave none. */
export async function readFactors({ text, places }: Reckoning, layer: string, id: string): Promise<Factor[]> {
  const place = places[layer]?.[id];
  return place ? JSON.parse(await text.slice(...place).text()) as Factor[] : [];
}

/** All of it again, as the analysis gave it. */
export async function readReckoning({ text, places }: Reckoning): Promise<AnalysisResult['explain']> {
  const bytes = new Uint8Array(await text.arrayBuffer());
  const decoder = new TextDecoder();
  return Object.fromEntries(Object.entries(places).map(([layer, rows]) => [layer, Object.fromEntries(Object.entries(rows).map(([id, [from, to]]) => [id, JSON.parse(decoder.decode(bytes.subarray(from, to))) as Factor[]]))]));
}
