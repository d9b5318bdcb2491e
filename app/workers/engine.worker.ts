import { expose } from 'comlink';
import { provideDatabases, sqliteWasm } from '../../geo/index.ts';
import { engineApi } from './engine-api.ts';

// The bundler puts sqlite3.wasm beside the library; neither is loaded before a database is opened.
provideDatabases(sqliteWasm());
expose(engineApi);
