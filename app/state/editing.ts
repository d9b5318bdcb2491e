import { create } from 'zustand';
import type { FeatureId, GeometryKind } from '../../geo/index.ts';

export type Tool = 'select' | 'draw' | 'vertices' | 'move' | 'split' | 'buffer' | 'measure-length' | 'measure-area';

/** What is being edited and with what. Not part of the document: each finished operation is one step of it. */
interface Editing {
  /** The layer whose features are drawn and changed; null while nobody edits. */
  layerId: string | null;
  tool: Tool;
  /** What the draw tool draws. */
  kind: GeometryKind;
  /** Features that are picked, on the map and in the table, in one layer. */
  picked: { layerId: string; ids: readonly FeatureId[] };
  /** Vertices of the sketch so far. */
  sketch: readonly [number, number][];
  /** The pointer, where it would set a vertex, and what it snapped to. */
  pointer: { at: [number, number]; snapped: 'vertex' | 'edge' | null } | null;
  busy: boolean;
}
const NOTHING = { layerId: '', ids: [] };
export const useEditing = create<Editing>(() => ({ layerId: null, tool: 'select', kind: 'polygon', picked: NOTHING, sketch: [], pointer: null, busy: false }));
export const setEditing = useEditing.setState;
export const currentEditing = useEditing.getState;

export function pick(layerId: string, ids: readonly FeatureId[]): void {
  setEditing({ picked: { layerId, ids } });
}
export function setTool(tool: Tool, kind?: GeometryKind): void {
  setEditing({ tool, sketch: [], ...(kind ? { kind } : {}) });
}
export function stopEditing(): void {
  setEditing({ layerId: null, tool: 'select', sketch: [], pointer: null, picked: NOTHING });
}
