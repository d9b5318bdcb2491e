import type { Polygon, Position } from 'geojson';
import type { Inputs, PlanFeature } from '../../geo/model/index.ts';
import { feature, layer } from '../sites/ground.ts';
import { numbers } from '../support/numbers.ts';

/** A polygon of straight edges around a centre, not convex, local metres, with depths between which it stands. */
export interface Body {
  ring: Position[];
  top: number;
  bottom: number;
}
const CORNERS = 9;

function body(random: () => number, size: number, field: number): Body {
  const x = random() * field, y = random() * field;
  const ring = Array.from({ length: CORNERS }, (_, i): Position => {
    const angle = 2 * Math.PI * (i + 0.6 * random()) / CORNERS, reach = size * (0.3 + 0.7 * random());
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
  const top = Math.round(random() * 200) / 10;
  return { ring: [...ring, ring[0]], top, bottom: Math.round((top + 0.5 + random() * 6) * 10) / 10 };
}
export const KINDS = ['metro-structure', 'pipe', 'gas-main', 'existing-basement', 'river', 'tunnel', 'heritage'] as const;

export interface Case {
  sites: Body[];
  others: (Body & { kind: (typeof KINDS)[number] })[];
}
export function randomCase(seed: number, of: { sites: number; others: number } = { sites: 5, others: 14 }): Case {
  const random = numbers(seed);
  return {
    sites: Array.from({ length: of.sites }, () => body(random, 40, 260)),
    others: Array.from({ length: of.others }, () => ({ ...body(random, 18, 260), kind: KINDS[Math.floor(random() * KINDS.length)] })),
  };
}

const polygonOf = ({ ring }: Body): Polygon => ({ type: 'Polygon', coordinates: [ring] });
export function inputsOf({ sites, others }: Case): Inputs {
  const deep = ({ top, bottom }: Body) => ({ topDepth: top, bottomDepth: bottom });
  const site = (one: Body, i: number): PlanFeature => feature(`s${i}`, polygonOf(one), { ...deep(one), source: 'drawn' });
  return { 'candidate-sites': layer('candidate-site', ...sites.map(site)), constraints: layer('constraint', ...others.map((one, i) => feature(`o${i}`, polygonOf(one), { ...deep(one), kind: one.kind }))) };
}

/** What the tables say of each kind, written down once more: distance that excludes, of consulting, in depth; whether the rule holds at any depth, or a control zone does. */
export const DEMANDED: Readonly<Record<(typeof KINDS)[number], { plan: number; consult: number; depth: number; anyDepth?: true; controlZone?: true; chords: number }>> = {
  'metro-structure': { plan: 5, consult: 50, depth: 5, controlZone: true, chords: 0.99 }, pipe: { plan: 1, consult: 0, depth: 0.5, chords: 0.99 }, 'gas-main': { plan: 3, consult: 5, depth: 0.5, chords: 0.99 },
  'existing-basement': { plan: 3, consult: 10, depth: 1, chords: 0.99 }, river: { plan: 5, consult: 30, depth: 2, chords: 0.99 }, tunnel: { plan: 5, consult: 20, depth: 3, chords: 0.99 }, heritage: { plan: 0, consult: 30, depth: 0.5, anyDepth: true, chords: 0.99 },
};

/** The nature by the words of the rule rather than by the program: bodies are grown by what is demanded, and meet or do not. `gap` below 0: they share depth; touching is no sharing. */
export function expectedNature(kind: (typeof KINDS)[number], distance: number, gap: number): string | null {
  const { plan, consult, depth, anyDepth, controlZone, chords } = DEMANDED[kind];
  const grownBy = (x: number, z: number) => (distance <= 0 || distance < x) && (anyDepth || gap < z - 1e-9);
  const nearly = (demanded: number) => (demanded === 0 ? 0 : Math.max(1.5 * demanded, demanded + 0.5));
  if (grownBy(0, 0)) return 'meets';
  if (grownBy(plan * chords, depth)) return 'near';
  if (grownBy(nearly(plan), nearly(depth))) return 'close';
  if (distance <= consult && (anyDepth || gap < 0 || controlZone)) return 'consult';
  return distance <= 0 ? 'passes' : null;
}
/** m by which a distance may be off without being wrong: through degrees and back. */
const BORDER = 0.001;
/** On the border of two rules nobody can say which holds. */
export const isOnBorder = (kind: (typeof KINDS)[number], distance: number, gap: number): boolean => new Set([-BORDER, 0, BORDER].map((d) => expectedNature(kind, Math.abs(distance) < 1e-9 ? 0 : distance + d, gap))).size > 1;
export const gapOf = (a: Body, b: Body): number => Math.max(b.top - a.bottom, a.top - b.bottom);
