import { create } from 'zustand';
import type { Params, PlanFeature } from '../../geo/index.ts';
import type { ProjectDocument } from './document.ts';
import { setParam, useForms } from './forms.ts';

const ID = 'site-portfolio';
/** Parameters that name sites. */
export const SITE_TERMS = ['must', 'mustNot', 'exclusive'] as const;
export type SiteTerm = (typeof SITE_TERMS)[number];

/** What is demanded of the set, by the ids of sites. */
export interface Terms {
  must: readonly string[];
  mustNot: readonly string[];
  /** Pairs of which at most one is built. */
  exclusive: readonly (readonly [string, string])[];
}
const words = (text: unknown): string[] => String(text ?? '').split(/[,，;；、\s]+/).filter(Boolean);

export function termsOf(params: Params | undefined): Terms {
  return { must: words(params?.['must']), mustNot: words(params?.['mustNot']), exclusive: words(params?.['exclusive']).map((word) => word.split('+')).filter((pair) => pair.length === 2).map(([a, b]) => [a, b] as const) };
}
/** As the parameters have them. */
export const termTexts = ({ must, mustNot, exclusive }: Terms): Record<SiteTerm, string> => ({ must: must.join(','), mustNot: mustNot.join(','), exclusive: exclusive.map((pair) => pair.join('+')).join(',') });

const without = (ids: readonly string[], id: string): string[] => ids.filter((one) => one !== id);
/** Sets or lifts one demand; a site cannot be wanted and not wanted. */
export function demanded(terms: Terms, id: string, demand: 'must' | 'mustNot'): Terms {
  const has = terms[demand].includes(id), other = demand === 'must' ? 'mustNot' : 'must';
  return { ...terms, [demand]: has ? without(terms[demand], id) : [...terms[demand], id], [other]: has ? terms[other] : without(terms[other], id) };
}
/** Of these sites at most one is built: each pair of them that is not there yet. */
export function excluded(terms: Terms, ids: readonly string[]): Terms {
  const known = new Set(terms.exclusive.map((pair) => [...pair].sort().join('+')));
  const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const)).filter((pair) => !known.has([...pair].sort().join('+')));
  return { ...terms, exclusive: [...terms.exclusive, ...pairs] };
}
export const allowed = (terms: Terms, at: number): Terms => ({ ...terms, exclusive: terms.exclusive.filter((_, i) => i !== at) });

/** The terms in the form of the set; what is changed here is what the next question asks. */
export const useTerms = (): Terms => termsOf(useForms((forms) => forms.changed[ID]));
export function setTerms(change: (terms: Terms) => Terms): void {
  for (const [key, text] of Object.entries(termTexts(change(termsOf(useForms.getState().changed[ID]))))) setParam(ID, key, text);
}

/** The dialogue where sites are picked; `ticked` are the sites that it begins with. Null where it is closed. */
export const usePicking = create<{ ticked: readonly string[] | null }>(() => ({ ticked: null }));
export function pickSites(ticked: readonly string[] = []): void {
  usePicking.setState({ ticked });
}
export function closePicking(): void {
  usePicking.setState({ ticked: null });
}

/** A site that can be picked, with what one knows it by. */
export interface SiteToPick {
  id: string;
  name: string;
  rank: number | null;
  source: string;
  capacity: number;
  cost: number;
}
/** The sites of the last run that found any: those of the ranking by rank, else those of the set, what relieves most first. */
export function sitesToPick({ runs }: Pick<ProjectDocument, 'runs'>): SiteToPick[] {
  const layerOf = (analysis: string, name: string) => runs.find((run) => run.analysis === analysis)?.layers[name]?.features;
  const found = layerOf('candidate-sites', 'candidate-sites') ?? layerOf(ID, 'portfolio-sites') ?? [];
  const site = ({ id, properties: p }: PlanFeature): SiteToPick => ({ id, name: String(p['name'] ?? id), rank: typeof p['rank'] === 'number' ? p['rank'] : null, source: String(p['source']), capacity: Number(p['stalls'] ?? p['capacity'] ?? 0), cost: Number(p['cost'] ?? 0) });
  const place = ({ id, properties: p }: PlanFeature) => ({ rank: Number(p['rank'] ?? 0), relief: Number(p['reliefAlone'] ?? 0), id });
  return [...found].map((feature) => ({ feature, ...place(feature) })).sort((a, b) => a.rank - b.rank || b.relief - a.relief || (a.id < b.id ? -1 : 1)).map(({ feature }) => site(feature));
}
/** Those whose name or id holds the words; what is demanded already comes first. At most `most`, with how many there are in all. */
export function foundSites(sites: readonly SiteToPick[], text: string, terms: Terms, most: number): { rows: SiteToPick[]; all: number } {
  const wanted = text.trim().toLowerCase();
  const fits = sites.filter(({ id, name }) => wanted === '' || name.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted));
  const demand = new Set([...terms.must, ...terms.mustNot]);
  const first = fits.filter(({ id }) => demand.has(id));
  return { rows: [...first, ...fits.filter(({ id }) => !demand.has(id))].slice(0, most), all: fits.length };
}
