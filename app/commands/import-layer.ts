import type { FieldMatch, ImportProposal, SchemaId } from '../../geo/index.ts';
import { LARGEST_TEXT, UserError } from '../../geo/index.ts';
import { zoomToLayer } from '../map/map-access.ts';
import { commit, currentDocument } from '../state/document.ts';
import { notify } from '../state/tasks.ts';
import { select, setView } from '../state/view.ts';
import { engine } from '../workers/engine.ts';
import { placeLayer, type Place, type Reading } from './place-layer.ts';

/** What an import dialogue is told: the answer, or the words that say why there is none. */
export type Answer<T> = { ok: true; value: T } | { ok: false; key: string; params: Record<string, string | number> };

/** Looks into a file. Nothing of it is taken in. */
export function proposeFile(file: File): Promise<Answer<ImportProposal>> {
  return answer(async () => {
    refuseTooLarge(file);
    return engine.propose(file, file.name);
  });
}

/** Reads the file whole with the fields that the user confirmed. The document is not touched yet. */
export function readFile(file: File, schema: SchemaId, match: readonly FieldMatch[]): Promise<Answer<Reading>> {
  return answer(async () => {
    const { layer, report, sha256 } = await engine.read(file, { schema, layerId: schema, name: '', match: [...match] });
    return { layer, fileName: file.name, sha256, issues: report.issues, setAside: report.rejected, counts: report.counts };
  });
}

/** Takes what was read into the project as one step that can be undone. */
export function importReading(reading: Reading, place: Place, name: string, title: string): void {
  const { layerId } = placeLayer(currentDocument(), reading, place, name);
  commit('step.importLayer', (document) => placeLayer(document, reading, place, name).document);
  select(null);
  setView(({ hidden }) => ({ hidden: { ...hidden, [layerId]: false } }));
  if (reading.layer.features.length > 0) zoomToLayer(reading.layer);
  notify('info', 'import.done', { name: title, kept: reading.counts.kept, setAside: reading.counts.setAside });
}

/** By its size, before a byte is loaded: such a file would not fit a browser tab once it is parsed. */
export function refuseTooLarge({ size }: { size: number }): void {
  if (size > LARGEST_TEXT) throw new UserError('file.too-large', { size: Math.round(size / 1048576), most: LARGEST_TEXT / 1048576 });
}

async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, key: `error.${error.code}`, params: error.params };
    console.error(error);
    return { ok: false, key: 'app.bug', params: { message: error instanceof Error ? error.message : String(error) } };
  }
}
