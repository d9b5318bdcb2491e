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
  status: 'optimal' | 'limit' | 'infeasible';
  /** Null where no solution was found. */
  values: Float64Array | null;
  /** What no solution can better; null where nothing is proven. */
  bound: number | null;
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
 * `seconds` strikes. `told` hears the gap as it closes.
 */
export async function solve(program: MixedInteger, { seconds, nodes }: SolveLimits, told: (gap: number) => void = () => {}): Promise<Solved> {
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
    model.run({ [callbackType.mipLogging]: ({ data }: { data: { mip_gap?: number } }) => { if (data.mip_gap !== undefined && Number.isFinite(data.mip_gap)) told(data.mip_gap); } });
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return { status: 'infeasible', values: null, bound: null };
    const known = model.info.get('primal_solution_status') === solutionStatus.feasible;
    const bound = Number(model.info.get('mip_dual_bound'));
    return { status: status === modelStatus.optimal ? 'optimal' : 'limit', values: known ? Float64Array.from(model.getSolution().colValue) : null, bound: Number.isFinite(bound) ? bound : null };
  });
}
