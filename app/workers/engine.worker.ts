import { expose } from 'comlink';
import solver from 'highs/runtime?url';
import { provideDatabases, provideSolver, sqliteWasm } from '../../geo/index.ts';
import { engineApi } from './engine-api.ts';

// The bundler puts sqlite3.wasm beside the library; neither is loaded before a database is opened.
provideDatabases(sqliteWasm());
provideSolver({ url: solver });
expose(engineApi);
