import { PbfWriter } from 'pbf';
import type { PropertyValue } from '../../../geo/index.ts';
import type { CutTile } from './cut-tile.ts';

/** One layer of a vector tile. */
export interface TileLayer {
  name: string;
  /** One after another. */
  tiles: readonly CutTile[];
  /** A column that is left out. */
  without?: string;
}

/** Layers as a vector tile of the map (Vector Tile Specification 2.1, 4): no bytes where they hold nothing. */
export function writeTile(layers: readonly TileLayer[], extent: number): ArrayBuffer {
  const writer = new PbfWriter(new Uint8Array(FIRST));
  for (const layer of layers) if (layer.tiles.some(({ features }) => features.length > 0)) writer.writeMessage(3, writeLayer, { ...layer, extent });
  return writer.finish().slice().buffer;
}
const FIRST = 1 << 16;

function writeLayer({ name, tiles, without, extent }: TileLayer & { extent: number }, writer: PbfWriter): void {
  const keys = new Numbered<string>(), values = new Numbered<TileValue>();
  writer.writeVarintField(15, 2);
  writer.writeStringField(1, name);
  writer.writeVarintField(5, extent);
  const tags: number[] = [];
  for (const { ground, features, commands } of tiles) {
    for (const { feature, type, from, to } of features) {
      const columns = ground.columnsOf(feature), all = ground.portionOf(feature).values, first = ground.firstValue(feature);
      tags.length = 0;
      for (let i = 0; i < columns.length; i++) {
        const value = all[first + i];
        if (columns[i] !== without && isWritten(value)) tags.push(keys.of(columns[i]), values.of(value));
      }
      writer.writeMessage(2, writeFeature, { tags, type, commands, from, to });
    }
  }
  for (const key of keys.all) writer.writeStringField(3, key);
  for (const value of values.all) writer.writeMessage(4, writeValue, value);
}
type TileValue = string | number | boolean;
const isWritten = (value: PropertyValue): value is TileValue => value !== null && value !== undefined && typeof value !== 'object';

function writeFeature({ tags, type, commands, from, to }: { tags: number[]; type: number; commands: readonly number[]; from: number; to: number }, writer: PbfWriter): void {
  writer.writePackedVarint(2, tags);
  writer.writeVarintField(3, type);
  writer.writeMessage(4, writeCommands, { commands, from, to });
}
function writeCommands({ commands, from, to }: { commands: readonly number[]; from: number; to: number }, writer: PbfWriter): void {
  for (let i = from; i < to; i++) writer.writeVarint(commands[i]);
}
function writeValue(value: TileValue, writer: PbfWriter): void {
  if (typeof value === 'string') writer.writeStringField(1, value);
  else if (typeof value === 'boolean') writer.writeBooleanField(7, value);
  else if (!Number.isInteger(value)) writer.writeDoubleField(3, value);
  else if (value < 0) writer.writeSVarintField(6, value);
  else writer.writeVarintField(5, value);
}

/** Each thing once, by the number it got when it came first. */
class Numbered<T> {
  private readonly numbers = new Map<T, number>();

  of(thing: T): number {
    const known = this.numbers.get(thing);
    if (known !== undefined) return known;
    this.numbers.set(thing, this.numbers.size);
    return this.numbers.size - 1;
  }
  get all(): Iterable<T> {
    return this.numbers.keys();
  }
}
