import { useEffect, useReducer } from 'react';
import type { CrsGuess, CrsRef, JoinBy, LayerProposal, Progress, SchemaId } from '../../../geo/index.ts';
import { ASK, proposeMatch, schemaOf } from '../../../geo/index.ts';
import { closeFiles, joinFromSource, openFiles, readFromSource, stopReading, type Joining } from '../../commands/import-layer.ts';
import type { Reading } from '../../commands/place-layer.ts';
import { currentDocument } from '../../state/document.ts';
import type { OpenedSource } from '../../workers/import-api.ts';
import { chooseField, type FieldChoice } from './field-choice.ts';

/** Where an import stands. Nothing is committed before the last of them. */
export type Stage = 'opening' | 'matching' | 'reading' | 'checked' | 'failed';
/** The CRS the file is taken to be in. `code` is null while the user has to say. */
export interface CrsChoiceMade {
  code: CrsRef | null;
  swapped: boolean;
  /** What the engine proposed, and null once the user chose. */
  guess: CrsGuess | null;
}
export interface ImportState {
  stage: Stage;
  failure: { key: string; params: Record<string, string | number> } | null;
  source: OpenedSource | null;
  /** Which layer of the source, and those that were taken in already. */
  index: number;
  taken: readonly number[];
  schema: SchemaId;
  choices: readonly FieldChoice[];
  crs: CrsChoiceMade;
  /** Set by the user; null = as the file and its letters tell. */
  encoding: string | null;
  /** For a table without places: how its rows find features. */
  joinBy: JoinBy;
  reading: Reading | null;
  joining: Joining | null;
  progress: number;
}

const START: ImportState = {
  stage: 'opening', failure: null, source: null, index: 0, taken: [], schema: 'demand-unit', choices: [], crs: { code: null, swapped: false, guess: null },
  encoding: null, joinBy: 'id', reading: null, joining: null, progress: 0,
};

/** The way of files that belong together through the dialogue: looked into, matched, read, and again for each of their layers. */
export function useImport(files: readonly File[]) {
  const [state, change] = useReducer((before: ImportState, part: Partial<ImportState>) => ({ ...before, ...part }), START);
  const proposal = state.source?.layers[state.index] ?? null;

  const { encoding } = state;
  useEffect(() => {
    let isWanted = true;
    let source: OpenedSource | null = null;
    change({ stage: 'opening', progress: 0 });
    void openFiles(files, encoding ?? undefined, (_, done) => { if (isWanted) change({ progress: done }); }).then((answer) => {
      source = answer.ok ? answer.value : null;
      if (isWanted) change(answer.ok ? matching(answer.value, firstLayer(answer.value, [])) : { stage: 'failed', failure: answer });
      else closeFiles(source);
    });
    return () => {
      isWanted = false;
      closeFiles(source);
    };
  }, [files, encoding]);

  return {
    ...state,
    proposal,
    setEncoding: (name: string) => change({ encoding: name }),
    setLayer: (index: number) => change({ ...matching(state.source!, index), taken: state.taken }),
    setSchema: (schema: SchemaId) => change({ schema, choices: proposal ? proposed(proposal, schema) : [] }),
    setCrs: (code: CrsRef | null, swapped: boolean) => change({ crs: { code, swapped, guess: null } }),
    setJoinBy: (joinBy: JoinBy) => change({ joinBy }),
    choose: (column: string, field: string | null) => change({ choices: chooseField(state.choices, column, field) }),
    back: () => change({ stage: 'matching', reading: null, joining: null }),
    check: async () => {
      if (!state.source || !proposal) return;
      change({ stage: 'reading', progress: 0 });
      change(await read(state, state.source, proposal, files[0].name, (_, done) => change({ progress: done })));
    },
    /** The dialogue is left: what is being read is not read to its end. */
    stop: () => { if (state.stage === 'opening' || state.stage === 'reading') stopReading(); },
    /** The layer was taken in: on to the next one of the source; false where there is none. */
    next: (): boolean => {
      const taken = [...state.taken, state.index];
      const index = state.source ? firstLayer(state.source, taken) : -1;
      if (index < 0) return false;
      change({ ...matching(state.source!, index), taken });
      return true;
    },
  };
}
export type Import = ReturnType<typeof useImport>;

/** Whether rows of a table are joined to a layer instead of becoming one. */
export const isTable = (proposal: LayerProposal): boolean => proposal.crs.length === 0;
/** The first layer that holds something and was not taken in. */
const firstLayer = ({ layers }: OpenedSource, taken: readonly number[]): number => {
  const index = layers.findIndex(({ count }, i) => count > 0 && !taken.includes(i));
  return index < 0 && taken.length === 0 ? 0 : index;
};

async function read(state: ImportState, source: OpenedSource, proposal: LayerProposal, fileName: string, progress: Progress): Promise<Partial<ImportState>> {
  if (isTable(proposal)) {
    const into = currentDocument().layers.find(({ layer }) => layer.schema === state.schema);
    if (!into) return { stage: 'failed', failure: { key: 'import.nothingToJoin', params: {} } };
    const answer = await joinFromSource(source, state.index, into, state.choices, state.joinBy);
    return answer.ok ? { stage: 'checked', joining: answer.value } : { stage: 'failed', failure: answer };
  }
  const answer = await readFromSource(source, state.index, fileName, { schema: state.schema, match: state.choices, crs: state.crs.code, swapped: state.crs.swapped }, progress);
  return answer.ok ? { stage: 'checked', reading: answer.value } : { stage: 'failed', failure: answer };
}

function matching(source: OpenedSource, index: number): Partial<ImportState> {
  const proposal = source.layers[index];
  const { schema } = proposal.schemas[0];
  return { stage: 'matching', source, index, schema, choices: proposed(proposal, schema), crs: crsOf(proposal), joinBy: proposed(proposal, schema).some(({ field }) => field === 'id') ? 'id' : 'name', reading: null, joining: null };
}
/** What is not sure enough the user has to say. */
function crsOf({ crs: [guess] }: LayerProposal): CrsChoiceMade {
  return guess && guess.confidence >= ASK ? { code: guess.code, swapped: guess.swapped, guess } : { code: null, swapped: guess?.swapped ?? false, guess: guess ?? null };
}
const proposed = ({ columns, sample }: LayerProposal, schema: SchemaId): FieldChoice[] => proposeMatch(columns, sample, schemaOf(schema));
