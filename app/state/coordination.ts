import { create } from 'zustand';
import type { Conflict, SecrecyLevel, WhatIf, Window } from '../../geo/index.ts';
import { NO_FILTER, type ConflictFilter, type ConflictGroup } from './conflict-filter.ts';
import type { Run } from './document.ts';

export type CoordinationView = 'windows' | 'conflicts';
export type TimeSpan = 'near' | 'middle' | 'all';

/** What the coordination panel shows and tries. Opinions themselves are part of the document. */
interface CoordinationState {
  view: CoordinationView;
  /** The timeline at the foot of the map is open. */
  timeline: boolean;
  kind: Window['kind'] | '';
  phase: Window['phase'] | '';
  span: TimeSpan;
  /** Dates that are only tried. */
  tried: WhatIf;
  /** As the engine last answered. */
  windows: readonly Window[] | null;
  /** Of which sites, and against which layers. */
  conflicts: { of: Run['layers'][string]; rows: readonly Conflict[] } | null;
  filter: ConflictFilter;
  groupBy: ConflictGroup;
  /** The subject of the conflict that is looked at. */
  open: string | null;
  /** Nothing above it goes into a file. */
  level: SecrecyLevel;
  /** Who writes opinions down: kept while the window is open, and sent nowhere. */
  who: string;
}

const FRESH_COORDINATION = {
  tried: {}, windows: null, conflicts: null, filter: NO_FILTER, open: null, kind: 'road-project', phase: '', level: 'internal',
} as const satisfies Partial<CoordinationState>;
export const useCoordination = create<CoordinationState>(() => ({ ...FRESH_COORDINATION, view: 'windows', timeline: true, span: 'middle', groupBy: 'department', who: rememberedWho() }));
export const setCoordination = useCoordination.setState;
export const currentCoordination = useCoordination.getState;

/** Another project has other roads and other conflicts. */
export function freshCoordination(): void {
  setCoordination(FRESH_COORDINATION);
}

const WHO = 'undercroft.who';
function rememberedWho(): string {
  try {
    return globalThis.sessionStorage?.getItem(WHO) ?? '';
  } catch {
    return '';
  }
}
export function setWho(who: string): void {
  setCoordination({ who });
  try {
    sessionStorage.setItem(WHO, who);
  } catch {
    // A private window may refuse to store; the name then lasts as long as the page.
  }
}
