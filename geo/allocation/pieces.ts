import type { TransportGraph } from './graph.ts';

/** A set of units with the facilities they may use. */
export interface Piece {
  units: number[];
  facilities: number[];
}

/**
 * Splits a piece into what hangs together and gives each part a group of its own, so that later searches stay inside.
 * `nextGroup` hands out numbers that were never used.
 */
export function connectedPieces(graph: TransportGraph, piece: Piece, nextGroup: () => number): Piece[] {
  if (piece.units.length === 0) return [];
  const from = graph.unitGroup[piece.units[0]];
  const pieces: Piece[] = [];
  for (const seed of piece.units) {
    if (graph.unitGroup[seed] !== from) continue;
    pieces.push(gather(graph, seed, from, nextGroup()));
  }
  return pieces;
}

function gather(graph: TransportGraph, seed: number, from: number, group: number): Piece {
  const units = [seed];
  const facilities: number[] = [];
  graph.unitGroup[seed] = group;
  for (let head = 0; head < units.length; head++) {
    const u = units[head];
    for (let p = graph.unitStart[u]; p < graph.unitStart[u + 1]; p++) {
      const f = graph.facilityOf[p];
      if (graph.facilityGroup[f] !== from) continue;
      graph.facilityGroup[f] = group;
      facilities.push(f);
      for (let k = graph.facilityStart[f]; k < graph.facilityStart[f + 1]; k++) {
        const other = graph.facilityUnits[k];
        if (graph.unitGroup[other] !== from) continue;
        graph.unitGroup[other] = group;
        units.push(other);
      }
    }
  }
  return { units, facilities };
}
