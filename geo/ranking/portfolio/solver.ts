import type { WasmPlace } from '../../io/index.ts';

/** A mixed-integer program: rows in compressed sparse form, bounds with ±Infinity where there is none. */
export interface MixedInteger {
  maximise: boolean;
  /** Added to the objective. */
  offset: number;
  cost: number[];
  lower: number[];
  upper: number[];
  integer: boolean[];
  rowLower: number[];
  rowUpper: number[];
  /** Length rows + 1. */
  starts: number[];
  indices: number[];
  values: number[];
}
export interface SolveLimits {
  /** By the solver's own clock. Where it strikes depends on the machine; 0 = none. */
  seconds: number;
  /** Nodes of the search tree: strikes at the same place everywhere; 0 = none. */
  nodes: number;
}
export interface Solved {
  /** `stopped`: somebody ended the search; what was found by then is kept. */
  status: 'optimal' | 'limit' | 'stopped' | 'infeasible';
  /** Null where no solution was found. */
  values: Float64Array | null;
  /** What no solution can better; null where nothing is proven. */
  bound: number | null;
}
/** A search under way, in the unit of the objective; null = not known yet. */
export interface SolveState {
  value: number | null;
  bound: number | null;
  /** |bound - value| as the solver has it, 0…. */
  gap: number | null;
  /** Only where a better solution was just found. */
  values: Float64Array | null;
}
export type Solver = (program: MixedInteger, limits: SolveLimits, told: (state: SolveState) => void) => Promise<Solved>;
/** Who solves programs, and whether somebody has had enough: then what is known is taken, and nothing more is begun. */
export interface SearchMeans {
  solve: Solver;
  stopped(): boolean;
}

/** Where highs.wasm lies. Who starts the program says it; without that the library looks beside itself. */
let place: WasmPlace = {};
export function provideSolver(where: WasmPlace): void {
  place = where;
}

type Loaded = Awaited<ReturnType<typeof load>>;
let loading: Promise<Loaded> | null = null;
async function load() {
  const { default: start } = await import('highs');
  const { url, bytes } = place;
  return start({ ...(url ? { locateFile: () => url } : {}), ...(bytes ? { wasmBinary: bytes() } : {}) });
}

/** Gaps below this are rounding of the solver: the program is solved to the end, not to a share of it. */
const CLOSED = 1e-9;

/**
 * Solves a program with HiGHS (Huangfu and Hall 2018), one thread and a fixed seed, so that equal programs have equal answers unless
 * `seconds` strikes. `told` hears of the search at every checkpoint of the solver, hundreds a second, and of each better solution.
 */
export const solve: Solver = async (program, { seconds, nodes }, told) => {
  const highs = await (loading ??= load());
  const { modelStatus, objectiveSense, variableType, callbackType, solutionStatus } = highs.constants;
  const { cost, lower, upper, integer, rowLower, rowUpper, starts, indices, values, maximise, offset } = program;
  return highs.withModel((model): Solved => {
    model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: CLOSED, mip_abs_gap: CLOSED, ...(seconds > 0 ? { time_limit: seconds } : {}), ...(nodes > 0 ? { mip_max_nodes: nodes } : {}) });
    model.passModel({
      numCols: cost.length, numRows: rowLower.length, sense: maximise ? objectiveSense.maximize : objectiveSense.minimize, offset,
      colCost: cost, colLower: lower, colUpper: upper, rowLower, rowUpper, integrality: integer.map((whole) => (whole ? variableType.integer : variableType.continuous)),
      matrix: { format: 'csr', numCols: cost.length, numRows: rowLower.length, starts, indices, values },
    });
    model.run({
      [callbackType.mipImprovingSolution]: ({ data }: { data: Checkpoint }) => { told({ ...stateOf(data), values: data.mip_solution ?? null }); },
      [callbackType.mipInterrupt]: ({ data }: { data: Checkpoint }) => { told({ ...stateOf(data), values: null }); },
    });
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return { status: 'infeasible', values: null, bound: null };
    const known = model.info.get('primal_solution_status') === solutionStatus.feasible;
    return { status: status === modelStatus.optimal ? 'optimal' : 'limit', values: known ? Float64Array.from(model.getSolution().colValue) : null, bound: finite(Number(model.info.get('mip_dual_bound'))) };
  });
};
interface Checkpoint { mip_primal_bound?: number; mip_dual_bound?: number; mip_gap?: number; mip_solution?: Float64Array }
/** The solver writes infinity for what it does not know. */
const finite = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null);
const stateOf = ({ mip_primal_bound: value, mip_dual_bound: bound, mip_gap: gap }: Checkpoint) => ({ value: finite(value), bound: finite(bound), gap: finite(gap) });

/** Searches here and to the end. */
export const HERE: SearchMeans = { solve, stopped: () => false };
