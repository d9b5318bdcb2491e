import { useEffect, useState } from 'react';
import type { ImportProposal, SchemaId } from '../../../geo/index.ts';
import { proposeMatch, schemaOf } from '../../../geo/index.ts';
import { proposeFile, readFile } from '../../commands/import-layer.ts';
import type { Reading } from '../../commands/place-layer.ts';
import { chooseField, type FieldChoice } from './field-choice.ts';

/** Where an import stands. Nothing is committed before the last of them. */
export type Stage = 'opening' | 'matching' | 'reading' | 'checked' | 'failed';
export interface ImportState {
  stage: Stage;
  failure: { key: string; params: Record<string, string | number> } | null;
  proposal: ImportProposal | null;
  schema: SchemaId;
  choices: readonly FieldChoice[];
  reading: Reading | null;
}

const START: ImportState = { stage: 'opening', failure: null, proposal: null, schema: 'demand-unit', choices: [], reading: null };

/** The way of one file through the dialogue: looked into, matched, read. */
export function useImport(file: File) {
  const [state, setState] = useState(START);
  const change = (part: Partial<ImportState>) => setState((before) => ({ ...before, ...part }));

  useEffect(() => {
    let open = true;
    void proposeFile(file).then((answer) => {
      if (!open) return;
      setState(answer.ok ? matching(answer.value) : { ...START, stage: 'failed', failure: answer });
    });
    return () => { open = false; };
  }, [file]);

  return {
    ...state,
    setSchema: (schema: SchemaId) => change({ schema, choices: state.proposal ? proposed(state.proposal, schema) : [] }),
    choose: (column: string, field: string | null) => change({ choices: chooseField(state.choices, column, field) }),
    back: () => change({ stage: 'matching', reading: null }),
    check: async () => {
      change({ stage: 'reading' });
      const answer = await readFile(file, state.schema, state.choices);
      change(answer.ok ? { stage: 'checked', reading: answer.value } : { stage: 'failed', failure: answer });
    },
  };
}
export type Import = ReturnType<typeof useImport>;

function matching(proposal: ImportProposal): ImportState {
  const { schema } = proposal.schemas[0];
  return { ...START, stage: 'matching', proposal, schema, choices: proposed(proposal, schema) };
}
const proposed = ({ columns, preview }: ImportProposal, schema: SchemaId): FieldChoice[] => proposeMatch(columns, preview, schemaOf(schema));
