import { planeByCode } from '../crs/index.ts';
import { extentCentre, issue, UserError, type DepthContext, type Issue, type Progress } from '../model/index.ts';
import { isoDate } from '../sites/index.ts';
import { ANALYSES } from './registry.ts';
import type { Analysis, AnalysisResult, Inputs, ParamDef, Params, ParamValue } from './types.ts';

/** @throws UserError `analysis.unknown` */
export function analysisOf(id: string): Analysis {
  const analysis = Object.hasOwn(ANALYSES, id) ? ANALYSES[id] : null;
  if (!analysis) throw new UserError('analysis.unknown', { given: id, known: Object.keys(ANALYSES).join(', ') });
  return analysis;
}

/** Checks inputs and parameters, fills defaults, runs; `depths` as the project has them. @throws UserError for what the user has to put right. */
export async function runAnalysis(id: string, inputs: Inputs, params: Params, progress: Progress, depths?: DepthContext): Promise<AnalysisResult> {
  const analysis = analysisOf(id);
  const { filled, issues } = checkedCall(analysis, inputs, params);
  const result = await analysis.run(inputs, filled, progress, depths);
  return { ...result, issues: [...issues, ...result.issues] };
}
/** Every parameter, and what is to be said of any result of this call. @throws UserError for inputs and parameters that it cannot be run with */
export function checkedCall(analysis: Analysis, inputs: Inputs, params: Params): { filled: Params; issues: Issue[] } {
  checkInputs(analysis, inputs);
  const filled = fillParams(analysis, params);
  return { filled, issues: farPlane(inputs, filled) };
}

/** Degrees: half a 6-degree zone and as much again for cities on its edge. Beyond it a transverse Mercator stretches by more than 1/200. */
const FAR = 6;
function farPlane(inputs: Inputs, { crs }: Params): Issue[] {
  const centre = extentCentre(inputs['demand-units']?.features ?? []);
  if (crs === undefined || crs === null || crs === 'auto' || !centre) return [];
  const { code, centralMeridian } = planeByCode(String(crs));
  const apart = Math.abs(centre[0] - centralMeridian);
  const degrees = Math.round(Math.min(apart, 360 - apart));
  return degrees <= FAR ? [] : [issue('crs.far', 'warning', { params: { code, meridian: centralMeridian, degrees } })];
}

/** Every parameter with a value of its type: given ones checked, the rest by default. Text from a command line is read. */
export function fillParams(analysis: Pick<Analysis, 'params'>, given: Params): Params {
  const byKey = new Map(analysis.params.map((row) => [row.key, row]));
  for (const key of Object.keys(given)) if (!byKey.has(key)) throw unknown('param.unknown', key, [...byKey.keys()]);
  return Object.fromEntries(analysis.params.map((row) => [row.key, given[row.key] === undefined ? row.default : readParam(row, given[row.key])]));
}

const READERS: Record<ParamDef['type'], (row: ParamDef, given: ParamValue) => ParamValue> = {
  number: (row, given) => inRange(row, toNumber(row, given)),
  integer: (row, given) => {
    const value = inRange(row, toNumber(row, given));
    if (!Number.isInteger(value)) throw new UserError('param.type', { key: row.key, type: row.type, given: String(given) });
    return value;
  },
  choice: (row, given) => {
    if (!row.choices?.includes(String(given))) throw new UserError('param.choice', { key: row.key, choices: row.choices?.join(', ') ?? '', given: String(given) });
    return String(given);
  },
  boolean: (row, given) => {
    if (!['true', 'false'].includes(String(given))) throw new UserError('param.type', { key: row.key, type: row.type, given: String(given) });
    return String(given) === 'true';
  },
  date: (row, given) => {
    if (given !== '' && isoDate(given) !== given) throw new UserError('param.date', { key: row.key, given: String(given) });
    return given === '' ? null : String(given);
  },
  text: (_, given) => String(given),
};
function readParam(row: ParamDef, given: ParamValue): ParamValue {
  return given === null ? row.default : READERS[row.type](row, given);
}
/** As people write numbers: not 0x100, which would be 256. */
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
function toNumber(row: ParamDef, given: ParamValue): number {
  const value = typeof given === 'number' ? given : DECIMAL.test(String(given).trim()) ? Number(String(given)) : NaN;
  if (!Number.isFinite(value)) throw new UserError('param.type', { key: row.key, type: row.type, given: String(given) });
  return value;
}
function inRange(row: ParamDef, value: number): number {
  if (value < (row.min ?? -Infinity) || value > (row.max ?? Infinity)) throw new UserError('param.range', { key: row.key, min: row.min ?? '-', max: row.max ?? '-', given: value });
  return value;
}

function checkInputs(analysis: Analysis, inputs: Inputs): void {
  for (const [name, layer] of Object.entries(inputs)) {
    const row = Object.hasOwn(analysis.inputs, name) ? analysis.inputs[name] : null;
    if (!row) throw new UserError('input.unknown', { given: name, known: Object.keys(analysis.inputs).join(', ') });
    if (layer && layer.schema !== row.schema) throw new UserError('input.schema', { input: name, wanted: row.schema, given: layer.schema });
    if (layer && row.required && layer.features.length === 0) throw new UserError('input.empty', { input: name });
  }
  const missing = Object.entries(analysis.inputs).filter(([name, row]) => row.required && !inputs[name]).map(([name]) => name);
  if (missing.length > 0) throw new UserError('input.missing', { inputs: missing.join(', ') });
}

/** A word that is not in the table: the nearest is proposed where one is near, else all are listed. `code.listed` has the words for that. */
export function unknown(code: string, given: string, known: readonly string[], params: Record<string, string | number> = {}): UserError {
  const word = given.toLowerCase();
  // `radius` means the one name that holds it, however many letters it lacks.
  const holding = known.filter((one) => word.length > 2 && one.toLowerCase().includes(word));
  const near = holding.length === 1 ? holding[0] : nearest(given, known);
  const letters = Math.min(given.length, near.length);
  const isNear = letters > 0 && (holding.length === 1 || edits(word, near.toLowerCase()) <= Math.ceil(letters / 2));
  return isNear ? new UserError(code, { given, nearest: near, ...params }) : new UserError(`${code}.listed`, { given, known: known.join(', '), ...params });
}
/** The known word with the fewest letters to change. */
export function nearest(word: string, known: readonly string[]): string {
  return [...known].sort((a, b) => edits(word.toLowerCase(), a.toLowerCase()) - edits(word.toLowerCase(), b.toLowerCase()) || (a < b ? -1 : 1))[0] ?? '';
}
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    row = row.reduce<number[]>((next, _, j) => { next.push(j === 0 ? i : Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))); return next; }, []);
  }
  return row[b.length];
}
