import { expose } from 'comlink';
import { tilesApi } from './tiles-api.ts';

expose(tilesApi);
