import type { Database, PreparedStatement, Sqlite3Static, WasmPointer } from '@sqlite.org/sqlite-wasm';
import type { SqlValue } from '../database.ts';

/** The C functions that bind a parameter, called without the library's own wrapping, which takes most of the time of writing a large table. */
interface Bind {
  sqlite3_clear_bindings(statement: number): number;
  sqlite3_bind_int(statement: number, index: number, value: number): number;
  sqlite3_bind_int64(statement: number, index: number, value: bigint): number;
  sqlite3_bind_double(statement: number, index: number, value: number): number;
  sqlite3_bind_text(statement: number, index: number, start: number, bytes: number, keep: number): number;
  sqlite3_bind_blob(statement: number, index: number, start: number, bytes: number, keep: number): number;
}
/** SQLite takes no copy: the bytes stay where they are until the statement is bound anew (sqlite.org/c3ref/c_static.html). */
const STATIC = 0;
/** The first whole number that 64 bits cannot hold: 2 to the power of 63. */
const INT64_END = 0x8000000000000000;
const FIRST = 4096;
const encoder = new TextEncoder();

/**
 * Binds row after row to a statement. Texts and bytes of a row lie in a piece of SQLite's memory that the next row uses again.
 * `free` comes after the statement is finalized.
 */
export class WasmBinder {
  private readonly pointer: number;
  private start = 0;
  private size = 0;
  private used = 0;
  private readonly calls: Bind;

  constructor(private readonly sqlite: Sqlite3Static, private readonly db: Database, statement: PreparedStatement) {
    this.calls = sqlite.wasm.exports as Bind;
    this.pointer = Number(statement.pointer);
  }

  /** @throws Error of the library where SQLite refuses a value, or there are more than the statement takes */
  bind(row: readonly SqlValue[]): void {
    const { calls, pointer } = this;
    // Nothing is null until it is bound, and most cells are nothing.
    calls.sqlite3_clear_bindings(pointer);
    this.reserve(room(row));
    for (let i = 0; i < row.length; i++) {
      const value = row[i];
      if (value === null) continue;
      const code = this.bindOne(i + 1, value);
      if (code !== 0) this.db.checkRc(code);
    }
  }
  private bindOne(index: number, value: string | number | bigint | Uint8Array): number {
    const { calls, pointer } = this;
    if (typeof value === 'number') {
      if (!Number.isInteger(value) || Math.abs(value) >= INT64_END) return calls.sqlite3_bind_double(pointer, index, value);
      return (value | 0) === value ? calls.sqlite3_bind_int(pointer, index, value) : calls.sqlite3_bind_int64(pointer, index, BigInt(value));
    }
    if (typeof value === 'bigint') {
      if (BigInt.asIntN(64, value) !== value) throw new Error(`${value} is larger than SQLite holds`);
      return calls.sqlite3_bind_int64(pointer, index, value);
    }
    const at = this.start + this.used;
    const length = typeof value === 'string' ? this.writeText(value, at) : this.writeBytes(value, at);
    this.used += length;
    return typeof value === 'string' ? calls.sqlite3_bind_text(pointer, index, at, length, STATIC) : calls.sqlite3_bind_blob(pointer, index, at, length, STATIC);
  }
  /** UTF-8. Most cells are a few letters, for which asking the encoder takes several times as long as writing them; only what needs pairs of UTF-16 is left to it. */
  private writeText(text: string, at: number): number {
    const heap = this.sqlite.wasm.heap8u();
    let end = at;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) {
        heap[end++] = unit;
        continue;
      }
      if (unit >= 0xd800 && unit < 0xe000) return encoder.encodeInto(text, heap.subarray(at, this.start + this.size)).written;
      if (unit < 0x800) heap[end++] = 0xc0 | unit >> 6;
      else {
        heap[end++] = 0xe0 | unit >> 12;
        heap[end++] = 0x80 | unit >> 6 & 0x3f;
      }
      heap[end++] = 0x80 | unit & 0x3f;
    }
    return end - at;
  }
  private writeBytes(bytes: Uint8Array, at: number): number {
    this.sqlite.wasm.heap8u().set(bytes, at);
    return bytes.length;
  }

  private reserve(bytes: number): void {
    this.used = 0;
    if (bytes <= this.size) return;
    this.free();
    // No more than is asked for: a picture is as large as all else.
    const size = Math.max(FIRST, bytes);
    this.start = Number(this.sqlite.wasm.alloc(size));
    this.size = size;
  }
  free(): void {
    if (this.size > 0) this.sqlite.wasm.dealloc(this.start as WasmPointer);
    this.start = this.size = 0;
  }
}

/** Bytes that the texts and bytes of a row take at most, and one more, so that what is empty has a place too. */
function room(row: readonly SqlValue[]): number {
  let bytes = 0;
  for (const value of row) {
    if (typeof value === 'string') bytes += 3 * value.length + 1;
    else if (value instanceof Uint8Array) bytes += value.length + 1;
  }
  return bytes;
}
