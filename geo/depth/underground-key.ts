import type { Underground } from './underground.ts';

/** Letters at even steps: a terrain that differs anywhere is packed otherwise from there on, and a page has no time to read all of it. */
const SAMPLED = 4096;
function sampleOf(data: string): string {
  const step = Math.max(1, data.length / SAMPLED);
  let letters = `${data.length}`;
  for (let i = 0; i < data.length; i += step) letters += data[Math.floor(i)];
  return letters;
}

/** Analyses that ask how deep things lie: a run of theirs notes the key. */
export const readsDepths = (analysis: string): boolean => analysis === 'candidate-sites' || analysis === 'site-portfolio';

/** Tells two undergrounds apart: what was computed with one is out of date with another. Empty where nothing is said. */
export function undergroundKey({ strata, grounds }: Underground): string {
  if (strata.length === 0 && grounds.length === 0) return '';
  let hash = 0x811c9dc5;
  const text = JSON.stringify([strata, grounds.map((ground) => (ground.kind === 'terrain' ? { ...ground, terrain: { ...ground.terrain, data: sampleOf(ground.terrain.data) } } : ground))]);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${(hash >>> 0).toString(16)}-${text.length}`;
}
