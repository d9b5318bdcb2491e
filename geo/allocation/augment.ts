import type { TransportGraph } from './graph.ts';

/**
 * Maximum flow by Dinic's method (1970), searched from the side of the facilities: free capacity goes to a unit with
 * unmet demand, directly or by a chain in which each unit in between moves to the capacity just freed for it. Levels
 * come from one breadth-first search; each phase then fills all shortest chains. No recursion, so a chain may be as
 * long as the city.
 */
export class Augmenter {
  private readonly unitLevel: Int32Array;
  private readonly facilityLevel: Int32Array;
  private readonly unitCursor: Uint32Array;
  private readonly facilityCursor: Uint32Array;
  private readonly queue: Uint32Array;
  private readonly seenUnits: Uint32Array;
  private seenUnitCount = 0;
  private seenFacilityCount = 0;
  /** The chain being built: a pair entered (facility to unit) and the pair left (unit to its facility). */
  private readonly entered: number[] = [];
  private readonly left: number[] = [];

  /** `onChange` is told each pair before its flow changes (for taking a trial back). */
  constructor(private readonly graph: TransportGraph, private readonly onChange: ((pair: number) => void) | null = null) {
    this.unitLevel = new Int32Array(graph.units).fill(-1);
    this.facilityLevel = new Int32Array(graph.facilities).fill(-1);
    this.unitCursor = new Uint32Array(graph.units);
    this.facilityCursor = new Uint32Array(graph.facilities);
    this.queue = new Uint32Array(graph.facilities);
    this.seenUnits = new Uint32Array(graph.units);
  }

  /** Allocates as much as can be from the given facilities; returns the amount. `unmet`, `free`, `flow` are updated. */
  run(roots: ArrayLike<number>): number {
    let total = 0;
    for (;;) {
      const reached = this.levels(roots);
      if (reached) for (let i = 0; i < roots.length; i++) total += this.fill(roots[i]);
      this.forget();
      if (!reached) return total;
    }
  }

  /** Breadth-first levels up to the first one with unmet demand. */
  private levels(roots: ArrayLike<number>): boolean {
    const { graph, queue, unitLevel, facilityLevel } = this;
    const { facilityStart, facilityUnits, unitGroup, facilityGroup, unmet, epsilon } = graph;
    let tail = 0;
    for (let i = 0; i < roots.length; i++) {
      if (graph.free[roots[i]] > epsilon && facilityLevel[roots[i]] < 0) tail = this.seeFacility(roots[i], 0, tail);
    }
    let targetLevel = -1;
    for (let head = 0; head < tail; head++) {
      const f = queue[head];
      const level = facilityLevel[f] + 1, group = facilityGroup[f];
      if (targetLevel >= 0 && level > targetLevel) break;
      for (let k = facilityStart[f], end = facilityStart[f + 1]; k < end; k++) {
        const u = facilityUnits[k];
        if (unitLevel[u] >= 0 || unitGroup[u] !== group) continue;
        this.seeUnit(u, level);
        if (unmet[u] > epsilon) targetLevel = level;
        else if (targetLevel < 0) tail = this.seeFacilitiesOf(u, level + 1, tail);
      }
    }
    this.seenFacilityCount = tail;
    return targetLevel >= 0;
  }

  private seeFacility(f: number, level: number, tail: number): number {
    this.facilityLevel[f] = level;
    this.facilityCursor[f] = this.graph.facilityStart[f];
    this.queue[tail] = f;
    return tail + 1;
  }
  private seeUnit(u: number, level: number): void {
    this.unitLevel[u] = level;
    this.unitCursor[u] = this.graph.unitStart[u];
    this.seenUnits[this.seenUnitCount++] = u;
  }
  private seeFacilitiesOf(u: number, level: number, tail: number): number {
    const { facilityLevel } = this;
    const { unitStart, facilityOf, flow, epsilon, facilityGroup, unitGroup } = this.graph;
    const group = unitGroup[u];
    for (let p = unitStart[u], end = unitStart[u + 1]; p < end; p++) {
      const f = facilityOf[p];
      if (flow[p] > epsilon && facilityLevel[f] < 0 && facilityGroup[f] === group) tail = this.seeFacility(f, level, tail);
    }
    return tail;
  }
  private forget(): void {
    for (let i = 0; i < this.seenUnitCount; i++) this.unitLevel[this.seenUnits[i]] = -1;
    for (let i = 0; i < this.seenFacilityCount; i++) this.facilityLevel[this.queue[i]] = -1;
    this.seenUnitCount = 0;
    this.seenFacilityCount = 0;
  }

  /** Fills shortest chains that start at one facility until it is full or none is left. */
  private fill(root: number): number {
    const { graph } = this;
    let total = 0;
    while (graph.free[root] > graph.epsilon && this.facilityLevel[root] === 0) {
      const last = this.findChain(root);
      if (last < 0) break;
      total += this.allocate(root, last);
    }
    return total;
  }

  /** The pair by which a unit with unmet demand is entered, or -1. `entered` and `left` hold the chain before it. */
  private findChain(root: number): number {
    this.entered.length = 0;
    this.left.length = 0;
    let facility = root;
    for (;;) {
      const pair = this.nextStep(facility);
      if (pair >= 0) return pair;
      if (pair === ADVANCED) {
        facility = this.graph.facilityOf[this.left[this.left.length - 1]];
      } else {
        if (facility === root) return -1;
        this.left.pop();
        const back = this.entered.pop()!;
        this.unitCursor[this.graph.unitOf[back]]++;
        facility = this.entered.length === 0 ? root : this.graph.facilityOf[this.left[this.left.length - 1]];
      }
    }
  }

  /** From a facility: a pair to unmet demand, or ADVANCED by one unit to another facility, or STUCK. */
  private nextStep(f: number): number {
    const { facilityCursor, unitLevel } = this;
    const { facilityStart, facilityPairs, facilityUnits, unitGroup, facilityGroup, unmet, epsilon } = this.graph;
    const end = facilityStart[f + 1], group = facilityGroup[f];
    const level = this.facilityLevel[f] + 1;
    for (; facilityCursor[f] < end; facilityCursor[f]++) {
      const u = facilityUnits[facilityCursor[f]];
      if (unitLevel[u] !== level || unitGroup[u] !== group) continue;
      const pair = facilityPairs[facilityCursor[f]];
      if (unmet[u] > epsilon) return pair;
      const onward = this.nextFacility(u, level + 1);
      if (onward >= 0) {
        this.entered.push(pair);
        this.left.push(onward);
        return ADVANCED;
      }
    }
    return STUCK;
  }

  private nextFacility(u: number, level: number): number {
    const { unitCursor, facilityLevel } = this;
    const { unitStart, facilityOf, flow, epsilon, facilityGroup, unitGroup } = this.graph;
    const group = unitGroup[u];
    for (const end = unitStart[u + 1]; unitCursor[u] < end; unitCursor[u]++) {
      const p = unitCursor[u];
      const f = facilityOf[p];
      if (flow[p] > epsilon && facilityLevel[f] === level && facilityGroup[f] === group) return p;
    }
    return -1;
  }

  private allocate(root: number, last: number): number {
    const { graph, entered, left, onChange } = this;
    const unit = graph.unitOf[last];
    let amount = Math.min(graph.free[root], graph.unmet[unit]);
    for (let i = 0; i < left.length; i++) if (graph.flow[left[i]] < amount) amount = graph.flow[left[i]];
    if (onChange) {
      for (let i = 0; i < left.length; i++) { onChange(entered[i]); onChange(left[i]); }
      onChange(last);
    }
    for (let i = 0; i < left.length; i++) {
      graph.flow[entered[i]] += amount;
      graph.flow[left[i]] -= amount;
    }
    graph.flow[last] += amount;
    graph.unmet[unit] -= amount;
    graph.free[root] -= amount;
    return amount;
  }
}
const ADVANCED = -2;
const STUCK = -1;
