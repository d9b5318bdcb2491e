import { say, type Language } from '../../messages/index.ts';
import type { OsmNote } from './types.ts';

const SHOWN = 10;
type NoteParams = Record<string, string | number>;

/** Counts what was assumed and what was left out, so that the report names every one. */
export class Log {
  private readonly notes = { assumed: new Map<string, OsmNote>(), leftOut: new Map<string, OsmNote>() };
  constructor(private readonly language: Language) {}

  /** Returns the words for the feature's remarks. */
  assume(layer: OsmNote['layer'], code: string, id: string, params: NoteParams = {}): string {
    this.count('assumed', layer, code, id, params);
    return say(`osm.assumed.${code}`, this.language, params);
  }
  leaveOut(layer: OsmNote['layer'], code: string, id: string, params: NoteParams = {}): void {
    this.count('leftOut', layer, code, id, params);
  }
  list(kind: 'assumed' | 'leftOut'): OsmNote[] {
    return [...this.notes[kind].values()].map((note) => ({ ...note, text: say(`osm.${kind}.${note.code}`, this.language, note.params) }));
  }
  private count(kind: 'assumed' | 'leftOut', layer: OsmNote['layer'], code: string, id: string, params: NoteParams): void {
    const key = JSON.stringify([layer, code, params]);
    const note = this.notes[kind].get(key) ?? { layer, code, n: 0, params, features: [], text: '' };
    note.n++;
    if (note.features.length < SHOWN) note.features.push(id);
    this.notes[kind].set(key, note);
  }
}
