import { create } from 'zustand';
import type { Params } from '../../geo/index.ts';
import type { SessionAnswer } from '../workers/session-api.ts';

/**
 * What is tried out on a run and not kept: sliders that were moved, a candidate site that is added. The map and the panel
 * show `answer` while there is one, else the run as it was computed.
 */
interface LiveState {
  runId: string | null;
  changed: Params;
  answer: SessionAnswer | null;
  /** Milliseconds from the move to the answer. */
  took: number | null;
}
export const useLive = create<LiveState>(() => ({ runId: null, changed: {}, answer: null, took: null }));
export const setLive = useLive.setState;
export const currentLive = useLive.getState;
