import { sayCodeOf } from '../coordination/index.ts';
import { messages, say, type Language } from '../messages/index.ts';
import type { FeatureId, Layer } from '../model/index.ts';
import type { Measure } from '../scenario/index.ts';
import { readSubject } from './subjects.ts';

/** Finds names by id: sites among the candidate sites, what a site meets among all other features, measures by their titles. */
export class Names {
  private readonly sites = new Map<FeatureId, string>();
  private readonly others = new Map<FeatureId, string>();
  private readonly measures: ReadonlyMap<string, string>;

  constructor(layers: readonly Layer[], measures: readonly Measure[]) {
    for (const { schema, features } of layers) {
      const names = schema === 'candidate-site' ? this.sites : this.others;
      for (const { id, properties } of features) if (!names.has(id)) names.set(id, String(properties['name'] ?? '').trim() || id);
    }
    this.measures = new Map(measures.map(({ id, title }) => [id, title]));
  }

  /** A subject in words; null where a part of it is not there, be it that it is gone or that it is above the level. */
  subject(subject: string, language: Language): string | null {
    const about = readSubject(subject);
    if (!about) return null;
    if (about.of === 'measure') return this.said('measure', language, { name: this.measures.get(about.measure) });
    if (about.of === 'site') return this.said('site', language, { name: this.sites.get(about.site) });
    return this.said('conflict', language, { site: this.sites.get(about.site), kind: sayCodeOf('kind', about.kind, language), name: this.others.get(about.id) });
  }
  private said(of: string, language: Language, params: Readonly<Record<string, string | undefined>>): string | null {
    const known = Object.entries(params).flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, value]]));
    return known.length < Object.keys(params).length ? null : say(`subject.${of}`, language, Object.fromEntries(known));
  }
}

export const departmentWords = (department: string, language: Language): string => (messages[`department.${department}`] ? say(`department.${department}`, language) : department);
