import type { GroundSource } from '../../../geo/index.ts';

/** The ground as it is chosen in the dialogue; what was entered for another kind is kept until it closes. */
export interface GroundDraft {
  kind: 'none' | 'level' | 'terrain';
  elevation: string;
  source: string;
  terrain: Pick<Extract<GroundSource, { kind: 'terrain' }>, 'name' | 'terrain'> | null;
}
export function draftOf(ground: GroundSource | undefined): GroundDraft {
  const blank: GroundDraft = { kind: 'none', elevation: '', source: ground?.source ?? '', terrain: null };
  if (!ground) return blank;
  return ground.kind === 'level' ? { ...blank, kind: 'level', elevation: String(ground.elevation) } : { ...blank, kind: 'terrain', terrain: { name: ground.name, terrain: ground.terrain } };
}
/** `missing`: a terrain without a file. An empty level is no number, and refused as such. */
export function groundOf({ kind, elevation, source, terrain }: GroundDraft): GroundSource | null | 'missing' {
  if (kind === 'none') return null;
  if (kind === 'level') return { id: 'ground', kind, elevation: elevation.trim() === '' ? NaN : Number(elevation), source: source.trim() };
  return terrain ? { id: 'ground', kind, ...terrain, source: source.trim() } : 'missing';
}
