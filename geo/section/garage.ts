import type { Plane } from '../crs/index.ts';
import { projectGeometry } from '../geometry/index.ts';
import type { Layer } from '../model/index.ts';
import { colourOf, symbologyOf } from '../style/index.ts';
import { groundAt } from './ground.ts';
import { nearLine } from './near-line.ts';
import { rectangleOf } from './outlines.ts';
import { partsIn } from './parts.ts';
import type { Path } from './path.ts';
import type { SectionShape } from './shapes.ts';
import { stretchesIn, type Stretch } from './stretches.ts';
import type { SectionFeature, SectionModel } from './types.ts';

/** What of a garage that was laid out (test fit) the line goes through: a stretch of one of its parts, on one level. */
export interface GaragePart {
  /** The layer that it comes from. */
  layer: string;
  /** The site, as an index of the model's features. */
  site: number;
  /** 1 = the uppermost. */
  level: number;
  kind: GarageKind;
  stretch: Stretch;
  color: string;
}
export type GarageKind = 'stall' | 'ramp' | 'stair' | 'room' | 'column' | 'unit';

/** How high each stands from its floor, m; null: to the slab above. A parked car is drawn in its stall, not the air over it. */
const HEIGHTS: Readonly<Record<GarageKind, number | null>> = { unit: null, room: null, stair: null, ramp: null, stall: 1.6, column: null };
const isKind = (kind: unknown): kind is GarageKind => typeof kind === 'string' && Object.hasOwn(HEIGHTS, kind);

/** Parts of garages along the line, lower things first, so that columns are drawn last. Where a site was laid out twice it has the later one: layers come in the order of their runs. */
export function garageParts(layers: readonly Layer[], features: readonly SectionFeature[], path: Path, plane: Plane): GaragePart[] {
  const line = symbologyOf('fit-part').outline?.color, found = layers.filter(({ schema }) => schema === 'fit-part').flatMap((layer) => nearLine(layer, path, plane, 0).flatMap(({ geometry, properties }): GaragePart[] => {
    const { fitKind: kind, level, siteId } = properties, site = features.findIndex(({ role, id }) => role === 'site' && id === siteId);
    if (site < 0 || !isKind(kind) || typeof level !== 'number') return [];
    const color = line ? colourOf(line, properties) : '#4d5b78';
    return stretchesIn(path, partsIn(projectGeometry(plane, geometry)).rings).map((stretch) => ({ layer: layer.id, site, level, kind, stretch, color }));
  }));
  const latest = new Map(found.map(({ site, level, layer }) => [`${site} ${level}`, layer])), order = Object.keys(HEIGHTS);
  return found.filter(({ site, level, layer }) => latest.get(`${site} ${level}`) === layer).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.level - b.level || a.stretch[0] - b.stretch[0]);
}

/** The parts in the site's box: on the floors that it has, whatever its cover. */
export function garageShapes(model: SectionModel): SectionShape[] {
  return model.garage.flatMap(({ site, level, kind, stretch: [from, to], color }): SectionShape[] => {
    const { depth: { top }, levels, levelHeight, cuts } = model.features[site], box = cuts.find((cut) => cut.kind === 'stretch' && cut.from <= from + 1e-3 && cut.to >= to - 1e-3);
    if (top === null || levels === null || levelHeight === null || level > levels || box?.kind !== 'stretch') return [];
    const floor = groundAt(model.ground, (box.from + box.to) / 2) - top - level * levelHeight, high = Math.min(levelHeight, HEIGHTS[kind] ?? levelHeight);
    // Of a protective unit its walls are seen, where the line goes in and out.
    if (kind === 'unit') return [{ role: 'garage', feature: site, cut: null, color, fill: null, sure: 'known', lines: [from, to].map((at) => ({ points: [at, floor, at, floor + high], closed: false, sure: 'known' as const })) }];
    const points = rectangleOf(from, to, floor + high, floor);
    return [{ role: 'garage', feature: site, cut: null, color, fill: points, lines: [{ points, closed: true, sure: 'known' }], sure: 'known' }];
  });
}
