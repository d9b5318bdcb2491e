import { create } from 'zustand';
import type { Citation, Params, ParamValue } from '../../geo/index.ts';
import { engine } from '../workers/engine.ts';
import type { AnalysisTable } from '../workers/run-api.ts';

export type AnalysisRow = AnalysisTable['analyses'][number];

/** The analyses as the engine lists them, and what the user has set in their forms. Not part of the document. */
interface FormState {
  analyses: readonly AnalysisRow[];
  citations: Readonly<Record<string, Citation>>;
  /** The analysis whose form is open. */
  open: string;
  /** By analysis: what differs from the defaults. */
  changed: Readonly<Record<string, Params>>;
  /** By analysis and input: the layer the user chose; null = leave out. */
  chosen: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}
export const useForms = create<FormState>(() => ({ analyses: [], citations: {}, open: 'parking-shortage', changed: {}, chosen: {} }));

export async function loadAnalyses(): Promise<void> {
  useForms.setState(await engine.analyses());
}
export function openForm(analysis: string): void {
  useForms.setState({ open: analysis });
}
export function setParam(analysis: string, key: string, value: ParamValue): void {
  useForms.setState(({ changed }) => ({ changed: { ...changed, [analysis]: { ...changed[analysis], [key]: value } } }));
}
/** Back to the default of the table. */
export function resetParam(analysis: string, key: string): void {
  useForms.setState(({ changed }) => {
    const { [key]: _, ...rest } = changed[analysis] ?? {};
    return { changed: { ...changed, [analysis]: rest } };
  });
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
