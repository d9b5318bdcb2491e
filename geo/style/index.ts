export * from './types.ts';
export * from './palettes.ts';
export * from './symbology.ts';
export { colourOf } from './colour-of.ts';
