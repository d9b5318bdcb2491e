import type { CatchmentPairs } from '../network/index.ts';
import { Augmenter } from './augment.ts';
import { buildGraph, type TransportGraph } from './graph.ts';
import { canonicalSum } from './canonical-sum.ts';
import { connectedPieces, type Piece } from './pieces.ts';
import { tiersOf } from './tiers.ts';

/** The proof of a served ratio: what the units of the block want and what is there for them alone. */
export interface Certificate {
  demand: number;
  /** Capacity that the block's units reach and that no worse-off block has claimed. */
  capacity: number;
  /** min(1, capacity / demand) */
  ratio: number;
  units: number;
}

export interface FairestAllocation {
  /** Served ratio by unit, 0…1. */
  ratio: Float64Array;
  /** demand x (1 - ratio) */
  shortage: Float64Array;
  /** 1 = worst off; units with equal ratio (to 1e-9) share a tier, wherever they are. */
  tier: Uint32Array;
  /** Number of each unit's block in `blocks`; units without demand are in none (0xffffffff). */
  block: Uint32Array;
  blocks: Certificate[];
  /** The block that each facility's capacity counts for: of those who reach it, the worst off. 0xffffffff where it has none or nobody wants it. */
  facilityBlock: Uint32Array;
  /** One allocation that attains the ratios, by pair. */
  flow: Float64Array;
  totalDemand: number;
  totalServed: number;
  totalUnmet: number;
}
export const NO_BLOCK = 0xffffffff;

/** A set whose ratio is within this of the tested one is not worse off: it is rounding. */
const RELATIVE = 1e-12;

/**
 * The lexicographically max-min fair allocation on a transportation network: the smallest served ratio is raised as far as
 * it goes, then the next, and so on. The ratios are unique (Fujishige 1980; Megiddo 1974) and the total unmet demand is
 * the least possible. Method: recursive decomposition along minimum cuts (cf. Gallo, Grigoriadis and Tarjan 1989). A
 * piece with demand D and capacity C is tested at ratio min(1, C/D) by one maximum flow; if that fails, the minimum cut
 * separates the worse-off units together with all they can reach, and both sides are solved on their own. Ratios are
 * quotients of the certificate's sums, so rounding in the flows does not reach them.
 *
 * @param demand by unit, >= 0 @param capacity by facility, >= 0, in the same unit (stalls or persons)
 */
export function fairestAllocation(demand: Float64Array, capacity: Float64Array, pairs: CatchmentPairs): FairestAllocation {
  const graph = buildGraph(demand, capacity, pairs);
  const solver = new Solver(graph);
  solver.solve();
  return summarise(graph, solver);
}

class Solver {
  readonly ratio: Float64Array;
  readonly block: Uint32Array;
  readonly facilityBlock: Uint32Array;
  readonly blocks: Certificate[] = [];
  private groups = 1;
  private readonly stack: Piece[] = [];
  private readonly augmenter: Augmenter;

  constructor(private readonly graph: TransportGraph) {
    this.ratio = new Float64Array(graph.units).fill(1);
    this.block = new Uint32Array(graph.units).fill(NO_BLOCK);
    this.facilityBlock = new Uint32Array(graph.facilities).fill(NO_BLOCK);
    this.augmenter = new Augmenter(graph);
  }
  private readonly nextGroup = () => this.groups++;

  solve(): void {
    this.stack.push(...connectedPieces(this.graph, this.open(), this.nextGroup));
    for (let piece = this.stack.pop(); piece; piece = this.stack.pop()) this.solvePiece(piece);
  }

  /** Units that want something and can get something; the rest is settled at once. Facilities without capacity play no part. */
  private open(): Piece {
    const { graph } = this;
    const units: number[] = [];
    for (let f = 0; f < graph.facilities; f++) if (graph.capacity[f] <= 0) graph.facilityGroup[f] = -1;
    for (let u = 0; u < graph.units; u++) {
      if (graph.demand[u] <= 0) { graph.unitGroup[u] = -1; continue; }
      let reaches = false;
      for (let p = graph.unitStart[u]; p < graph.unitStart[u + 1] && !reaches; p++) reaches = graph.capacity[graph.facilityOf[p]] > 0;
      if (reaches) units.push(u);
      else this.settle({ units: [u], facilities: [] }, graph.demand[u], 0);
    }
    return { units, facilities: [] };
  }

  private solvePiece(piece: Piece): void {
    const { graph } = this;
    const D = canonicalSum(graph.demand, piece.units);
    const C = canonicalSum(graph.capacity, piece.facilities);
    const lambda = Math.min(1, C / D);
    this.aim(piece, lambda);
    this.augmenter.run(piece.facilities);
    const worse = this.worseSide(piece, lambda);
    if (!worse) return this.settle(piece, D, C);
    const better = this.withoutSide(piece, worse);
    this.push(worse);
    this.push(better);
  }

  /** Sets what each unit is to get at this ratio, keeping the flow there is as far as it fits. */
  private aim(piece: Piece, lambda: number): void {
    const { graph } = this;
    for (const f of piece.facilities) graph.free[f] = graph.capacity[f];
    for (const u of piece.units) {
      const target = lambda * graph.demand[u];
      let served = 0;
      for (let p = graph.unitStart[u]; p < graph.unitStart[u + 1]; p++) served += graph.flow[p];
      const keep = served > target ? target / served : 1;
      let left = target;
      for (let p = graph.unitStart[u]; p < graph.unitStart[u + 1]; p++) {
        const f = graph.facilityOf[p];
        // What is not this piece's is not flow of this piece; what is left is poured where there is room.
        graph.flow[p] = graph.facilityGroup[f] === graph.unitGroup[u] ? Math.min(graph.flow[p] * keep, Math.max(0, graph.free[f])) : 0;
        left -= graph.flow[p];
        graph.free[f] -= graph.flow[p];
      }
      for (let p = graph.unitStart[u]; left > 0 && p < graph.unitStart[u + 1]; p++) {
        const f = graph.facilityOf[p];
        if (graph.facilityGroup[f] !== graph.unitGroup[u] || graph.free[f] <= 0) continue;
        const more = Math.min(left, graph.free[f]);
        graph.flow[p] += more;
        graph.free[f] -= more;
        left -= more;
      }
      graph.unmet[u] = Math.max(0, left);
    }
  }

  /** The units that cannot get the ratio, with all facilities they can reach: the source side of the minimum cut. Null if all can. */
  private worseSide(piece: Piece, lambda: number): Piece | null {
    const { graph } = this;
    const marked = this.nextGroup();
    const group = graph.unitGroup[piece.units[0]];
    const units: number[] = [];
    const facilities: number[] = [];
    for (const u of piece.units) {
      if (graph.unmet[u] > graph.epsilon && graph.unmet[u] > 1e-11 * lambda * graph.demand[u]) { graph.unitGroup[u] = marked; units.push(u); }
    }
    for (let head = 0; head < units.length; head++) {
      const u = units[head];
      for (let p = graph.unitStart[u]; p < graph.unitStart[u + 1]; p++) {
        const f = graph.facilityOf[p];
        if (graph.facilityGroup[f] !== group) continue;
        graph.facilityGroup[f] = marked;
        facilities.push(f);
        for (let k = graph.facilityStart[f]; k < graph.facilityStart[f + 1]; k++) {
          const other = graph.facilityUnits[k];
          if (graph.unitGroup[other] === group && graph.flow[graph.facilityPairs[k]] > graph.epsilon) { graph.unitGroup[other] = marked; units.push(other); }
        }
      }
    }
    const isWorse = units.length > 0 && units.length < piece.units.length
      && canonicalSum(graph.capacity, facilities) < lambda * (1 - RELATIVE) * canonicalSum(graph.demand, units);
    if (isWorse) return { units, facilities };
    for (const u of units) graph.unitGroup[u] = group;
    for (const f of facilities) graph.facilityGroup[f] = group;
    return null;
  }

  private withoutSide(piece: Piece, side: Piece): Piece {
    const taken = this.graph.unitGroup[side.units[0]];
    return {
      units: piece.units.filter((u) => this.graph.unitGroup[u] !== taken),
      facilities: piece.facilities.filter((f) => this.graph.facilityGroup[f] !== taken),
    };
  }

  private push(piece: Piece): void {
    for (const part of connectedPieces(this.graph, piece, this.nextGroup)) this.stack.push(part);
  }

  private settle({ units, facilities }: Piece, demand: number, capacity: number): void {
    const ratio = Math.min(1, capacity / demand);
    for (const u of units) {
      this.ratio[u] = ratio;
      this.block[u] = this.blocks.length;
    }
    for (const f of facilities) this.facilityBlock[f] = this.blocks.length;
    this.blocks.push({ demand, capacity, ratio, units: units.length });
  }
}

function summarise(graph: TransportGraph, { ratio, block, blocks, facilityBlock }: Solver): FairestAllocation {
  const shortage = new Float64Array(graph.units);
  for (let u = 0; u < graph.units; u++) shortage[u] = graph.demand[u] * (1 - ratio[u]);
  const totalDemand = canonicalSum(graph.demand);
  const totalUnmet = canonicalSum(shortage);
  return { ratio, shortage, tier: tiersOf(ratio), block, blocks, facilityBlock, flow: graph.flow, totalDemand, totalServed: totalDemand - totalUnmet, totalUnmet };
}
