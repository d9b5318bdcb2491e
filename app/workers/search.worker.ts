import { expose } from 'comlink';
import solver from 'highs/runtime?url';
import { provideSolver, solve, type MixedInteger, type SolveLimits, type SolveState } from '../../geo/index.ts';
import { outcome } from './failure.ts';

provideSolver({ url: solver });

/** The solver comes by hundreds of times a second; whoever looks needs no more than ten (milliseconds). Better solutions are always told. */
const PACE = 100;

const searchApi = {
  solve: (program: MixedInteger, limits: SolveLimits, told: (state: SolveState) => void) => outcome(() => {
    let last = -PACE;
    return solve(program, limits, (state) => {
      const now = performance.now();
      if (state.values === null && now - last < PACE) return;
      last = now;
      told(state);
    });
  }),
};
export type SearchApi = typeof searchApi;
expose(searchApi);
