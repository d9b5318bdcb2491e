/** A step of a glyph's outline in units of the font, y up. */
export type OutlineStep =
  | { kind: 'M'; x: number; y: number }
  | { kind: 'L'; x: number; y: number }
  | { kind: 'Q'; x1: number; y1: number; x: number; y: number }
  | { kind: 'C'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
  | { kind: 'Z' };

const STEP = /([MLQCZ])([^MLQCZ]*)/g;

/** The steps of a path as `Faces.outline` gives it. */
export function outlineSteps(path: string): OutlineStep[] {
  return [...path.matchAll(STEP)].map(([, kind, numbers]): OutlineStep => {
    const [a, b, c, d, e, f] = numbers.split(/[ ,]/).map(Number);
    if (kind === 'Z') return { kind };
    if (kind === 'Q') return { kind, x1: a, y1: b, x: c, y: d };
    if (kind === 'C') return { kind, x1: a, y1: b, x2: c, y2: d, x: e, y: f };
    return { kind: kind === 'M' ? 'M' : 'L', x: a, y: b };
  });
}
