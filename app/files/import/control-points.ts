import type { ControlPoint } from '../../../geo/index.ts';

/** Four numbers a line, as they are pasted from a sheet: local east, local north, known east, known north. Null for a line that is none. */
export function readControlPoints(text: string): (ControlPoint | null)[] {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => {
    const numbers = line.normalize('NFKC').trim().split(/[\s,;]+/).map(Number);
    return numbers.length === 4 && numbers.every(Number.isFinite) ? { local: numbers.slice(0, 2), known: numbers.slice(2) } : null;
  });
}
