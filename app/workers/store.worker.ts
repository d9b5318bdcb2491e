import { expose } from 'comlink';
import { provideDatabases, sqliteWasm } from '../../geo/index.ts';
import { storeApi } from './store-api.ts';

// Another tab's copy is read in memory; the project itself lies on the origin-private file system.
provideDatabases(sqliteWasm());
expose(storeApi);
