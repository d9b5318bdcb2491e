export { QuickAreas, shortageAreas, type AreaParams, type AreaSource } from './areas.ts';
