import type { Layer as DeckLayer } from '@deck.gl/core';
import { LineLayer, SolidPolygonLayer } from '@deck.gl/layers';
import { STRATA, type VolumeMesh } from '../../../geo/index.ts';
import type { Extent } from './camera.ts';
import { GROUND_LINES, type LoadedLayer } from './load.ts';
import { drawnIndices, type DrawnIndices, type VolumeFilter } from './visible.ts';
import { VolumeLayer } from './volume-layer.ts';

/** Everything that the stage draws. */
export interface Scene {
  layers: readonly LoadedLayer[];
  filter: Omit<VolumeFilter, 'only'>;
  /** Features that are isolated, by layer; null where none are. */
  only: Only;
  range: readonly [above: number, below: number];
  exaggeration: number;
  extent: Extent | null;
  /** How deep planes of strata are drawn at most, m. */
  depth: number;
  selected: { mesh: VolumeMesh; row: number } | null;
}
export type Only = ReadonlyMap<string, ReadonlySet<string> | 'all'> | null;
const NONE: ReadonlySet<string> = new Set();
/** What of a layer is drawn. */
export function filterOf({ filter, only }: Pick<Scene, 'filter' | 'only'>, layerId: string): VolumeFilter {
  const own = only === null ? 'all' : only.get(layerId) ?? NONE;
  return { ...filter, only: own === 'all' ? null : own };
}
/** How strongly glass is drawn, and everything else while something is selected. */
const GLASS = 0.16, EDGES = 0.75, GROUND = [226, 230, 222, 120] as const, SELECTED = [0, 163, 189, 255] as const;
const SEEN_THROUGH = { depthWriteEnabled: false, depthCompare: 'less-equal', cullMode: 'none' } as const;
const SOLID = { depthWriteEnabled: true, depthCompare: 'less-equal', cullMode: 'none' } as const;

const stretch = (z: number) => new Float32Array([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, z, 0, 0, 0, 0, 1]);
const known = new WeakMap<VolumeMesh, { key: string; indices: DrawnIndices }>();
function indicesOf(mesh: VolumeMesh, filter: VolumeFilter, key: string): DrawnIndices {
  const last = known.get(mesh), indices = last?.key === key ? last.indices : drawnIndices(mesh, filter);
  known.set(mesh, { key, indices });
  return indices;
}

/** Solid bodies and edges first, then what is seen through, the ground last: deck draws in this order. */
export function sceneLayers(scene: Scene): DeckLayer[] {
  const { layers, range, exaggeration } = scene, matrix = stretch(exaggeration);
  const drawn = layers.flatMap(({ layer, meshes }) => {
    const filter = filterOf(scene, layer.id), key = JSON.stringify([filter.hiddenStrata, filter.strata, filter.only && [...filter.only]]);
    return meshes.map((mesh, i) => ({ id: `${layer.id}/${i}`, mesh, indices: indicesOf(mesh, filter, key) }));
  });
  const volumes = (part: keyof DrawnIndices) => drawn.filter(({ indices }) => indices[part].length > 0).map(({ id, mesh, indices }) => new VolumeLayer({
    id: `${part}/${id}`, mesh, part: part === 'edges' ? 'edges' : 'faces', indices: indices[part], range, alpha: part === 'solid' ? 1 : part === 'edges' ? EDGES : GLASS,
    modelMatrix: matrix, pickable: part !== 'edges', parameters: part === 'solid' ? SOLID : SEEN_THROUGH,
  }));
  return [...volumes('solid'), ...volumes('edges'), ...selectionOf(scene), ...volumes('glass'), ...strataOf(scene), ...groundOf(scene)];
}

function selectionOf({ selected, exaggeration, range: [above, below] }: Scene): DeckLayer[] {
  if (!selected) return [];
  const { mesh, row } = selected, pairs = mesh.edges.subarray(mesh.edgeStarts[row], mesh.edgeStarts[row + 1]);
  const lines = new Float32Array(pairs.length * 3);
  pairs.forEach((vertex, i) => lines.set(mesh.positions.subarray(vertex * 3, vertex * 3 + 3), i * 3));
  const faces = mesh.faces.slice(mesh.faceStarts[row], mesh.faceStarts[row + 1]);
  return [
    new VolumeLayer({ id: 'selected/faces', mesh, part: 'faces', indices: faces, range: [above, below], alpha: 0.55, modelMatrix: stretch(exaggeration), parameters: SEEN_THROUGH }),
    // Seen through everything: what is chosen in a table may lie behind other things.
    linesLayer('selected/edges', lines, SELECTED, 3, exaggeration, { depthCompare: 'always', depthWriteEnabled: false }),
  ];
}

/** Planes at the lower bounds of the strata that are shown. */
function strataOf({ filter: { strata, hiddenStrata }, extent, depth, exaggeration, range: [above, below] }: Scene): DeckLayer[] {
  if (!extent) return [];
  return strata.flatMap(({ code, to }) => {
    if (to === null || to > depth || hiddenStrata.includes(code) || to < above || to > below) return [];
    const color = rgbOf(STRATA.find(({ value }) => value === code)?.color ?? '#8a949e'), corners = cornersOf(extent, -to);
    return [
      new SolidPolygonLayer({ id: `stratum/${code}`, data: [corners], getPolygon: (polygon: number[][]) => polygon as never, getFillColor: [...color, 22], modelMatrix: stretch(exaggeration), parameters: SEEN_THROUGH }),
      linesLayer(`stratum-rim/${code}`, rimOf(corners), [...color, 200], 1.5, exaggeration, SEEN_THROUGH),
    ];
  });
}

function groundOf({ extent, layers, exaggeration, range: [above] }: Scene): DeckLayer[] {
  const lines = layers.flatMap(({ layer, lines: portions }) => {
    const look = GROUND_LINES[layer.schema];
    return look ? portions.filter(({ length }) => length > 0).map((portion, i) => linesLayer(`ground/${layer.id}/${i}`, portion, look.color, look.width, exaggeration, SEEN_THROUGH)) : [];
  });
  const plane = extent && above <= 0 ? [new SolidPolygonLayer({ id: 'ground', data: [cornersOf(extent, 0)], getPolygon: (polygon: number[][]) => polygon as never, getFillColor: [...GROUND], parameters: SEEN_THROUGH })] : [];
  return [...plane, ...lines];
}

/** The same object for the same lines: deck hands them to the card again whenever it is another, and a slider makes a scene with each step. */
const handed = new WeakMap<Float32Array, ReturnType<typeof dataOf>>();
const dataOf = (ends: Float32Array) => ({ length: ends.length / 6, attributes: { getSourcePosition: { value: ends, size: 3, stride: 24, offset: 0 }, getTargetPosition: { value: ends, size: 3, stride: 24, offset: 12 } } });
function lineData(ends: Float32Array): ReturnType<typeof dataOf> {
  const data = handed.get(ends) ?? dataOf(ends);
  handed.set(ends, data);
  return data;
}
function linesLayer(id: string, ends: Float32Array, color: readonly number[], width: number, exaggeration: number, parameters: object): DeckLayer {
  return new LineLayer({
    id, data: lineData(ends),
    getColor: [...color] as [number, number, number, number], getWidth: width, widthUnits: 'pixels', modelMatrix: stretch(exaggeration), parameters,
  });
}
export const cornersOf = ([west, south, east, north]: Extent, z: number): [number, number, number][] => [[west, south, z], [east, south, z], [east, north, z], [west, north, z]];
const rimOf = (corners: readonly (readonly number[])[]) => new Float32Array(corners.flatMap((corner, i) => [...corner, ...corners[(i + 1) % corners.length]]));
function rgbOf(hex: string): [number, number, number] {
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16 & 255, value >> 8 & 255, value & 255];
}
