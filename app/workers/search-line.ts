import { proxy } from 'comlink';
import type { SearchMeans, Solved, SolveState, Solver } from '../../geo/index.ts';
import { valueOf } from './failure.ts';
import { Cancelled, WorkerLink } from './link.ts';
import type { SearchApi } from './search.worker.ts';

/**
 * The solver in a worker of its own, for it answers nothing while it searches: to stop it its worker is ended, and the engine with its measured
 * sites stays. What it told last is what was found.
 */
export class SearchLine implements SearchMeans {
  private ended = false;

  constructor(private readonly link: Pick<WorkerLink<SearchApi>, 'call' | 'cancel'> = new WorkerLink<SearchApi>(() => new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module', name: 'search' }))) {}

  readonly solve: Solver = async (program, limits, told): Promise<Solved> => {
    let values: Solved['values'] = null, bound: Solved['bound'] = null;
    const hear = (state: SolveState) => {
      values = state.values ?? values;
      bound = state.bound ?? bound;
      told(state);
    };
    try {
      return valueOf(await this.link.call((api) => api.solve(program, limits, proxy(hear))));
    } catch (error) {
      if (error instanceof Cancelled) return { status: 'stopped', values, bound };
      throw error;
    }
  };
  /** For a new question. */
  begin(): void {
    this.ended = false;
  }
  stop(): void {
    this.ended = true;
    this.link.cancel();
  }
  stopped(): boolean {
    return this.ended;
  }
}
