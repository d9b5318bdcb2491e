export { checkHeader, isSqlite } from './header.ts';
export { openDatabase, provideDatabases } from './host.ts';
export { guarded } from './open.ts';
export { sqlJs } from './sqljs.ts';
export { sqliteWasm, takeRefusal, type WasmPlace } from './sqlite-wasm.ts';
export { storedDatabases, type StoredDatabases } from './stored.ts';
export { quoted, transaction } from './transaction.ts';
