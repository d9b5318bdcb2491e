import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { StoredRun } from './types.ts';

/** Each run with a hash of what it was computed from: analysis, version, parameters and the content of its inputs. On plan sheets, to trace a figure back. */
export function runKeywords(runs: readonly Pick<StoredRun, 'id' | 'analysis' | 'version' | 'params' | 'inputs'>[]): string[] {
  return runs.map(({ id, analysis, version, params, inputs }) => {
    const sums = Object.entries(inputs).map(([input, { checksum }]) => [input, checksum]).sort(([a], [b]) => (a < b ? -1 : 1));
    const sorted = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
    return `${id}@${bytesToHex(sha256(utf8ToBytes(JSON.stringify([analysis, version, sorted, sums])))).slice(0, 16)}`;
  });
}
