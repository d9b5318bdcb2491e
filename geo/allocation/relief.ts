import type { CatchmentPairs } from '../network/index.ts';
import { Augmenter } from './augment.ts';
import { buildGraph, type TransportGraph } from './graph.ts';

/** The most demand that can be met, and one allocation that meets it (by pair). */
export function maxFlow(demand: Float64Array, capacity: Float64Array, pairs: CatchmentPairs): { value: number; flow: Float64Array } {
  const graph = buildGraph(demand, capacity, pairs);
  const value = new Augmenter(graph).run(Array.from({ length: graph.facilities }, (_, f) => f));
  return { value, flow: graph.flow };
}

/**
 * Relief of sites: by how much the total unmet demand falls when one site's capacity is added to what is there. That is
 * the gain in maximum flow, found exactly by augmenting in the residual network from the site alone; the network is then
 * put back, so the sites are measured one by one against the same base.
 *
 * The sites are rows of `pairs` beyond the existing facilities: pass pairs to existing facilities and sites alike, with
 * capacity 0 for the sites.
 */
export class ReliefNetwork {
  private readonly graph: TransportGraph;
  private readonly augmenter: Augmenter;
  private readonly changed: number[] = [];
  private readonly before: number[] = [];

  constructor(demand: Float64Array, capacity: Float64Array, pairs: CatchmentPairs) {
    this.graph = buildGraph(demand, capacity, pairs);
    new Augmenter(this.graph).run(Array.from({ length: this.graph.facilities }, (_, f) => f));
    this.augmenter = new Augmenter(this.graph, (pair) => {
      this.changed.push(pair);
      this.before.push(this.graph.flow[pair]);
    });
  }

  /** Gain in met demand from giving facility row `site` this much capacity. On whom it falls is for the fairest allocation to say (`SiteTrials`): maximum flows are many. */
  relief(site: number, capacity: number): number {
    const { graph } = this;
    const gain = this.build(site, capacity, true);
    for (let i = this.changed.length - 1; i >= 0; i--) {
      const pair = this.changed[i];
      graph.unmet[graph.unitOf[pair]] += graph.flow[pair] - this.before[i];
      graph.flow[pair] = this.before[i];
    }
    this.forget();
    graph.free[site] = 0;
    return gain;
  }

  /** The same gain, and the site stays: what follows is measured beside it. Gains of sites that are built one after the other add up to the relief of their set. */
  build(site: number, capacity: number, keepTrace = false): number {
    this.graph.free[site] = capacity;
    const gain = this.augmenter.run([site]);
    if (!keepTrace) this.forget();
    return gain;
  }

  private forget(): void {
    this.changed.length = 0;
    this.before.length = 0;
  }
}
