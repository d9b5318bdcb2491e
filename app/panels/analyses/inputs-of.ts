import type { Layer, SchemaId } from '../../../geo/index.ts';
import type { AnalysisRow } from '../../state/forms.ts';

/** The layer for each input: the one that was chosen, else the first of the schema that has features; null = none. */
export function inputsOf(row: AnalysisRow, layers: readonly Layer[], chosen: Readonly<Record<string, string | null>> | undefined): Record<string, Layer | null> {
  return Object.fromEntries(Object.entries(row.inputs).map(([input, { schema }]) => {
    const fitting = layers.filter((layer) => layer.schema === schema && layer.features.length > 0);
    const id = chosen?.[input];
    if (id === null) return [input, null];
    return [input, fitting.find((layer) => layer.id === id) ?? fitting[0] ?? null];
  }));
}

/** Schemas that must be there and are not. */
export function missingInputs(row: AnalysisRow, inputs: Readonly<Record<string, Layer | null>>): SchemaId[] {
  return Object.entries(row.inputs).filter(([input, { required }]) => required && !inputs[input]).map(([, { schema }]) => schema);
}
