import type { Position } from 'geojson';
import { portable } from '../../../crs/index.ts';
import type { Tally } from '../tally.ts';
import { layerOf, numberAt, textAt, type Drawing, type Entity } from './drawing.ts';
import { SHAPES, type Shape } from './shapes.ts';

/** A shape where it lies in the drawing. */
export interface Placed {
  shape: Shape;
  entity: Entity;
  /** Layer of CAD: that of the entity, or of the insert for what a block holds on layer 0. */
  layer: string;
}

/** Blocks in blocks, copies in an array, shapes in all: beyond that a drawing of some bytes would fill the memory. */
export const DEEPEST = 12, MOST_COPIES = 2_000, MOST_PLACED = 300_000, MOST_POSITIONS = 5_000_000;

type Move = (position: Position) => Position;
const STAY: Move = (position) => position;

/** All shapes of the drawing with blocks in place. What is not shown is counted in `log`. */
export function explode({ blocks, entities }: Drawing, log: Tally): Placed[] {
  const placed: Placed[] = [];
  let positions = 0;
  const walk = (list: readonly Entity[], move: Move, insertLayer: string | null, depth: number): void => {
    for (const entity of list) {
      if (placed.length >= MOST_PLACED || positions >= MOST_POSITIONS) { log.add('dxf.blocks-limit', 'error', null, { most: MOST_PLACED }); return; }
      if (numberAt(entity, 67, 0) === 1) { log.add('dxf.paper', 'info'); continue; }
      const own = layerOf(entity), layer = insertLayer !== null && own === '0' ? insertLayer : own;
      const turn = facing(entity);
      if (!turn) { log.add('dxf.tilted', 'warning'); continue; }
      const shape = shapeOf(entity, log);
      if (shape) {
        const moved = movedShape(shape, (position) => move(turn(position)));
        positions += sizeOf(moved);
        // Blocks without a name of their own are dimensions and groups, no symbols.
        if (entity.type !== 'INSERT' || !nameOf(entity).startsWith('*')) placed.push({ shape: moved, entity, layer });
      }
      if (entity.type === 'INSERT') insert(entity, (position) => move(turn(position)), layer, depth);
    }
  };
  const insert = (entity: Entity, move: Move, layer: string, depth: number): void => {
    const block = blocks.get(nameOf(entity));
    if (!block || block.entities.length === 0) return;
    if (depth >= DEEPEST) { log.add('dxf.blocks-deep', 'warning', null, { most: DEEPEST }); return; }
    const columns = Math.max(1, numberAt(entity, 70, 1)), rows = Math.max(1, numberAt(entity, 71, 1));
    if (!(columns * rows <= MOST_COPIES)) { log.add('dxf.blocks-array', 'warning', null, { most: MOST_COPIES }); return; }
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const placing = placingOf(entity, [block.x, block.y], column * numberAt(entity, 44, 0), row * numberAt(entity, 45, 0));
        walk(block.entities, (position) => move(placing(position)), layer, depth + 1);
      }
    }
  };
  walk(entities, STAY, null, 0);
  return placed;
}

const nameOf = (entity: Entity): string => (textAt(entity, 2) ?? '').trim().toUpperCase();

function shapeOf(entity: Entity, log: Tally): Shape | null {
  if (!Object.hasOwn(SHAPES, entity.type)) { log.add('dxf.unknown', 'warning', null, { type: entity.type.slice(0, 40) }); return null; }
  const shape = SHAPES[entity.type](entity);
  if (shape === undefined || (shape && !isFinite(shape))) { log.add('dxf.broken', 'warning', null, { type: entity.type }); return null; }
  return shape;
}

/** Base point to the origin, scale, place in the array, turn, insertion point. The array turns with the block but is not scaled. */
function placingOf(entity: Entity, base: Position, dx: number, dy: number): Move {
  const angle = numberAt(entity, 50, 0) * portable.RADIANS, cosine = portable.cos(angle), sine = portable.sin(angle);
  const sx = numberAt(entity, 41, 1), sy = numberAt(entity, 42, 1), x = numberAt(entity, 10, 0), y = numberAt(entity, 20, 0);
  return ([px, py]) => {
    const u = (px - base[0]) * sx + dx, v = (py - base[1]) * sy + dy;
    return [x + u * cosine - v * sine, y + u * sine + v * cosine];
  };
}

/** Entities whose coordinates are of the world, whatever they face. Others turned upside down have x mirrored (arbitrary axis algorithm). */
const OF_WORLD: ReadonlySet<string> = new Set(['LINE', 'POINT', 'SPLINE', 'ELLIPSE', 'MTEXT']);
function facing(entity: Entity): Move | null {
  const nx = numberAt(entity, 210, 0), ny = numberAt(entity, 220, 0), nz = numberAt(entity, 230, 1);
  if (OF_WORLD.has(entity.type)) return STAY;
  if (Math.abs(nx) > 1e-6 || Math.abs(ny) > 1e-6) return null;
  return nz < 0 ? ([x, y]) => [-x, y] : STAY;
}

const positionsOf = (shape: Shape): Position[] => (shape.kind === 'point' ? [shape.at] : shape.kind === 'line' ? shape.line : shape.rings.flat());
const isFinite = (shape: Shape): boolean => positionsOf(shape).every(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
const sizeOf = (shape: Shape): number => (shape.kind === 'point' ? 1 : shape.kind === 'line' ? shape.line.length : shape.rings.reduce((sum, ring) => sum + ring.length, 0));
function movedShape(shape: Shape, move: Move): Shape {
  if (shape.kind === 'point') return { ...shape, at: move(shape.at) };
  return shape.kind === 'line' ? { ...shape, line: shape.line.map(move) } : { ...shape, rings: shape.rings.map((ring) => ring.map(move)) };
}
