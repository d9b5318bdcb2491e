import { VOLUME_FLAGS, type Stratum, type VolumeMesh } from '../../../geo/index.ts';

/** Which volumes are drawn. */
export interface VolumeFilter {
  strata: readonly Stratum[];
  hiddenStrata: readonly string[];
  /** Only these features; null = all. */
  only: ReadonlySet<string> | null;
}
export interface DrawnIndices {
  solid: Uint32Array;
  glass: Uint32Array;
  edges: Uint32Array;
}

/** A volume that reaches into any stratum that is shown is shown; what lies at an unknown depth belongs to none, and shows while not all are hidden. */
function isInStrata(top: number, bottom: number, { strata, hiddenStrata }: VolumeFilter): boolean {
  const shown = strata.filter(({ code }) => !hiddenStrata.includes(code));
  if (shown.length === strata.length) return true;
  const [from, to] = [Number.isNaN(top) ? bottom : top, Number.isNaN(bottom) ? top : bottom];
  if (Number.isNaN(from)) return shown.length > 0;
  return shown.some((stratum) => from < (stratum.to ?? Infinity) && (to > stratum.from || (to === from && to >= stratum.from)));
}

const isWanted = ({ ids }: VolumeMesh, row: number, { only }: VolumeFilter): boolean => only === null || only.has(ids[row]);
export const isShown = (mesh: VolumeMesh, row: number, filter: VolumeFilter): boolean => isWanted(mesh, row, filter) && isInStrata(mesh.tops[row], mesh.bottoms[row], filter);

/** Indices of the faces and edges of the volumes that are shown; those of glass apart, since they are drawn last. */
export function drawnIndices(mesh: VolumeMesh, filter: VolumeFilter): DrawnIndices {
  const solid = new Uint32Array(mesh.faces.length), glass = new Uint32Array(mesh.faces.length), edges = new Uint32Array(mesh.edges.length);
  let [solids, glasses, lines] = [0, 0, 0];
  for (let row = 0; row < mesh.ids.length; row++) {
    if (!isShown(mesh, row, filter)) continue;
    const faces = mesh.faces.subarray(mesh.faceStarts[row], mesh.faceStarts[row + 1]), own = mesh.edges.subarray(mesh.edgeStarts[row], mesh.edgeStarts[row + 1]);
    if ((mesh.flags[row] & VOLUME_FLAGS.glass) !== 0) { glass.set(faces, glasses); glasses += faces.length; } else { solid.set(faces, solids); solids += faces.length; }
    edges.set(own, lines);
    lines += own.length;
  }
  return { solid: solid.slice(0, solids), glass: glass.slice(0, glasses), edges: edges.slice(0, lines) };
}

/** What is drawn between two depths, m. */
export type DepthRange = readonly [above: number, below: number];
/** As the card cuts it: a body that reaches into the range, a sheet that lies in it; an outline lies on the ground. */
export function isInRange(mesh: VolumeMesh, row: number, [above, below]: DepthRange): boolean {
  const [top, bottom] = [mesh.tops[row], mesh.bottoms[row]], from = Number.isNaN(top) ? bottom : top, to = Number.isNaN(bottom) ? top : bottom;
  return Number.isNaN(from) ? above <= 0 && below >= 0 : to >= above && from <= below;
}
const isNowhere = (mesh: VolumeMesh, row: number): boolean => Number.isNaN(mesh.tops[row]) && Number.isNaN(mesh.bottoms[row]);

/** How many volumes of each colour are seen; `colours` gives the colour of a feature. */
export function countColours(meshes: readonly VolumeMesh[], filter: VolumeFilter, range: DepthRange, colours: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mesh of meshes) for (let row = 0; row < mesh.ids.length; row++) {
    const colour = colours.get(mesh.ids[row]);
    if (colour !== undefined && isShown(mesh, row, filter) && isInRange(mesh, row, range)) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

export interface VolumeCounts {
  shown: number;
  assumed: number;
  /** One end unknown: drawn as a sheet at the end that is known. */
  half: number;
  /** Nothing is known: an outline on the ground. */
  unknown: number;
  /** Nothing is known, and depths or strata that are asked for leave no place for it: it is not drawn. */
  unplaced: number;
  widthAssumed: number;
  posts: number;
}
export const NO_COUNTS: VolumeCounts = { shown: 0, assumed: 0, half: 0, unknown: 0, unplaced: 0, widthAssumed: 0, posts: 0 };
export function countVolumes(meshes: readonly VolumeMesh[], filter: VolumeFilter, range: DepthRange): VolumeCounts {
  const counts = { ...NO_COUNTS };
  const { assumed, topUnknown, bottomUnknown, widthAssumed, post } = VOLUME_FLAGS, either = topUnknown | bottomUnknown;
  for (const mesh of meshes) for (let row = 0; row < mesh.ids.length; row++) {
    if (!isShown(mesh, row, filter) || !isInRange(mesh, row, range)) {
      if (isNowhere(mesh, row) && isWanted(mesh, row, filter)) counts.unplaced++;
      continue;
    }
    const flags = mesh.flags[row], has = (flag: number) => ((flags & flag) !== 0 ? 1 : 0);
    counts.shown++;
    counts.assumed += has(assumed);
    counts.unknown += (flags & either) === either ? 1 : 0;
    counts.half += (flags & either) !== 0 && (flags & either) !== either ? 1 : 0;
    counts.widthAssumed += has(widthAssumed);
    counts.posts += has(post);
  }
  return counts;
}

/** The greatest depth that is drawn of works, else of anything, m. */
export function deepest(meshes: readonly VolumeMesh[]): number {
  let works = 0, any = 0;
  for (const mesh of meshes) mesh.bottoms.forEach((bottom, row) => {
    const depth = Number.isNaN(bottom) ? mesh.tops[row] : bottom;
    if (Number.isNaN(depth)) return;
    any = Math.max(any, depth);
    if ((mesh.flags[row] & VOLUME_FLAGS.glass) === 0) works = Math.max(works, depth);
  });
  return works > 0 ? works : any;
}
