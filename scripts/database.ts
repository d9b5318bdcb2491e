import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sqlJs, type OpenDatabase, type WasmPlace } from '../geo/index.ts';

const bytesOf = (name: string) => () => readFileSync(createRequire(import.meta.url).resolve(name));

/** SQLite under Node. The engine reads no files, so it is handed the bytes of the wasm. */
export const nodeDatabases: OpenDatabase = sqlJs(bytesOf('sql.js/dist/sql-wasm.wasm'));
/** The same for the solver. */
export const nodeSolver: WasmPlace = { bytes: bytesOf('highs/runtime') };
