import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Opinion } from './types.ts';

/** An opinion with the id that follows from what it says: the same word written twice is one. */
export function writeOpinion(said: Omit<Opinion, 'id'>): Opinion {
  const { subject, department, state, note, who, at } = said;
  const over = [...said.over].sort();
  return { id: bytesToHex(sha256(utf8ToBytes(JSON.stringify([subject, department, state, note, who, at, over])))).slice(0, 24), subject, department, state, note, who, at, over };
}

/**
 * The words that stand, by subject and department: those that no other replaces. Two of them were written at the same time in
 * different places, and somebody has to say which one counts; the latest comes first.
 */
export function standing(opinions: readonly Opinion[]): Map<string, Opinion[]> {
  const replaced = new Set(opinions.flatMap(({ over }) => over));
  const heads = new Map<string, Opinion[]>();
  for (const opinion of [...opinions].sort((a, b) => order(b.at, a.at) || order(a.id, b.id))) {
    if (replaced.has(opinion.id)) continue;
    const at = placeOf(opinion.subject, opinion.department);
    heads.set(at, [...(heads.get(at) ?? []), opinion]);
  }
  return heads;
}
export const placeOf = (subject: string, department: string): string => JSON.stringify([subject, department]);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All words of both, each once, in one order: whoever merges what in whatever order has the same list. */
export function mergeOpinions(a: readonly Opinion[], b: readonly Opinion[]): Opinion[] {
  const all = new Map([...a, ...b].map((opinion) => [opinion.id, opinion]));
  return [...all.values()].sort((p, q) => order(p.at, q.at) || order(p.id, q.id));
}

/** An opinion on something that another stands on already: it replaces all that stand. */
export function writeOver(opinions: readonly Opinion[], said: Omit<Opinion, 'id' | 'over'>): Opinion {
  const heads = standing(opinions).get(placeOf(said.subject, said.department)) ?? [];
  return writeOpinion({ ...said, over: heads.map(({ id }) => id) });
}
