import type { PreparedStatement, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { SqlValue } from '../database.ts';

/** The C functions that read a column, called without the library's own wrapping, which takes most of the time of reading a large table. */
type Read = (statement: number, column: number) => number;
type Columns = Readonly<Record<'sqlite3_column_type' | 'sqlite3_column_double' | 'sqlite3_column_text' | 'sqlite3_column_blob' | 'sqlite3_column_bytes', Read>>;

/** Types of cells (sqlite.org/c3ref/c_blob.html); 5 is NULL. */
const INTEGER = 1, FLOAT = 2, TEXT = 3, BLOB = 4;
/** Up to here a loop is faster than calling the decoder (bytes). */
const SHORT = 24;

/** Reads cells of the row that a statement stands on. Text is whole, a NUL in it too, as sql.js has it; bytes are a copy. */
export function cellReader({ wasm }: Sqlite3Static, statement: PreparedStatement): (column: number) => SqlValue {
  const columns = wasm.exports as Columns;
  const pointer = Number(statement.pointer);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  // The memory is asked for after the call: growing it takes the old view away.
  const bytesAt = (start: number, column: number): Uint8Array => {
    const length = columns.sqlite3_column_bytes(pointer, column);
    return wasm.heap8u().subarray(start, start + length);
  };
  return (column) => {
    switch (columns.sqlite3_column_type(pointer, column)) {
      case INTEGER: {
        const value = columns.sqlite3_column_double(pointer, column);
        return Number.isSafeInteger(value) ? value : statement.get(column) as SqlValue;
      }
      case FLOAT: return columns.sqlite3_column_double(pointer, column);
      case TEXT: return textOf(bytesAt(columns.sqlite3_column_text(pointer, column), column), decoder);
      case BLOB: return bytesAt(columns.sqlite3_column_blob(pointer, column), column).slice();
      default: return null;
    }
  };
}

function textOf(bytes: Uint8Array, decoder: TextDecoder): string {
  if (bytes.length > SHORT) return decoder.decode(bytes);
  let text = '';
  for (const byte of bytes) {
    if (byte > 127) return decoder.decode(bytes);
    text += String.fromCharCode(byte);
  }
  return text;
}
