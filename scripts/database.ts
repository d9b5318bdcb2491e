import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sqlJs, type OpenDatabase } from '../geo/index.ts';

/** SQLite under Node. The engine reads no files, so it is handed the bytes of the wasm. */
export const nodeDatabases: OpenDatabase = sqlJs(() => readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')));
