import { ASK } from '../../../geo/index.ts';
import { isTable, type Import } from './use-import.ts';

/** Less likely than this, a layer may be anything. */
export const PROBABLE = 0.35;

/** What the user still has to say before the rows can be read; null where nothing is open. Codes are words of the interface. */
export function openQuestion({ proposal, crs, joinBy, choices }: Import, layersThere: number): 'import.askCrs' | 'import.askEncoding' | 'import.nothingToJoin' | 'import.askKey' | 'import.noRows' | null {
  if (!proposal) return null;
  if (proposal.count === 0) return 'import.noRows';
  if (proposal.encoding && proposal.encoding.confidence < ASK) return 'import.askEncoding';
  if (isTable(proposal)) return layersThere === 0 ? 'import.nothingToJoin' : choices.some(({ field }) => field === joinBy) ? null : 'import.askKey';
  return crs.code === null ? 'import.askCrs' : null;
}
export const isReady = (flow: Import, layersThere: number): boolean => openQuestion(flow, layersThere) === null;
