import { create } from 'zustand';
import type { Citation, Params, ParamValue } from '../../geo/index.ts';
import { engine } from '../workers/engine.ts';
import type { AnalysisTable } from '../workers/analysis-table.ts';

export type AnalysisRow = AnalysisTable['analyses'][number];

/** The analyses as the engine lists them, and what the user has set in their forms. Not part of the document. */
interface FormState {
  analyses: readonly AnalysisRow[];
  citations: Readonly<Record<string, Citation>>;
  /** The analysis whose form is open. */
  open: string;
  /** By analysis: what differs from the defaults. */
  changed: Readonly<Record<string, Params>>;
  /** By analysis and parameter: what stands in a field and is no value that may be used. It stays there, and nothing runs, until it is put right. */
  wrong: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By analysis and input: the layer the user chose; null = leave out. */
  chosen: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}
export const useForms = create<FormState>(() => ({ analyses: [], citations: {}, open: 'parking-shortage', changed: {}, wrong: {}, chosen: {} }));

export async function loadAnalyses(): Promise<void> {
  const table = await engine.analyses();
  useForms.setState(({ changed }) => ({ ...table, changed: offDefaults(changed, table.analyses) }));
}
export function openForm(analysis: string): void {
  useForms.setState({ open: analysis });
}
/**
 * The forms of another project: as its own runs were asked, last each analysis in the baseline, so that what was demanded of them is demanded again. Days
 * are reckoned from today all the same.
 */
export function restoreForms(runs: readonly { analysis: string; params: Params; scenario: string | null }[]): void {
  const asked = Object.fromEntries(runs.filter(({ scenario }) => scenario === null).map(({ analysis, params }) => [analysis, params]));
  useForms.setState(({ analyses }) => ({ changed: offDefaults(asked, analyses), wrong: {}, chosen: {} }));
}
/** Without what stands there anyway; as it is while the table is not there yet. */
function offDefaults(changed: FormState['changed'], analyses: readonly AnalysisRow[]): FormState['changed'] {
  if (analyses.length === 0) return changed;
  return Object.fromEntries(analyses.flatMap(({ id, params }) => {
    const own = params.flatMap(({ key, type, default: value }) => { const now = changed[id]?.[key]; return now === undefined || now === value || (type === 'date' && value === null) ? [] : [[key, now] as const]; });
    return own.length === 0 ? [] : [[id, Object.fromEntries(own)] as const];
  }));
}
/** A value that is the default is no change. */
export function setParam(analysis: string, key: string, value: ParamValue): void {
  const def = useForms.getState().analyses.find(({ id }) => id === analysis)?.params.find((row) => row.key === key);
  if (def && def.default === value) return resetParam(analysis, key);
  useForms.setState(({ changed, wrong }) => ({ changed: { ...changed, [analysis]: { ...changed[analysis], [key]: value } }, wrong: { ...wrong, [analysis]: without(wrong[analysis], key) } }));
}
/** Back to the default of the table. */
export function resetParam(analysis: string, key: string): void {
  useForms.setState(({ changed, wrong }) => ({ changed: { ...changed, [analysis]: without(changed[analysis], key) }, wrong: { ...wrong, [analysis]: without(wrong[analysis], key) } }));
}
/** Keeps what was typed and cannot be used. */
export function setWrong(analysis: string, key: string, text: string): void {
  useForms.setState(({ wrong }) => ({ wrong: { ...wrong, [analysis]: { ...wrong[analysis], [key]: text } } }));
}
function without<T>(record: Readonly<Record<string, T>> | undefined, key: string): Record<string, T> {
  const { [key]: _, ...rest } = record ?? {};
  return rest;
}
export function chooseInput(analysis: string, input: string, layerId: string | null): void {
  useForms.setState(({ chosen }) => ({ chosen: { ...chosen, [analysis]: { ...chosen[analysis], [input]: layerId } } }));
}

/** Every parameter with its value. Dates without a default are today: the clock is the form's, never the engine's. */
export function paramsOf(row: AnalysisRow, changed: Params | undefined, today: string): Params {
  return Object.fromEntries(row.params.map(({ key, type, default: value }) => [key, changed?.[key] !== undefined ? changed[key] : type === 'date' && value === null ? today : value]));
}
/** The local date, as it stands on a calendar. */
export function todayIso(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
