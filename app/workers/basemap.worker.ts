import { expose } from 'comlink';
import { basemapApi } from './basemap-api.ts';

expose(basemapApi);
