export * from './types.ts';
export * from './palettes.ts';
export * from './symbology.ts';
export { colouredBy, frameColourFields, strataRows, symbologyOfStrata } from './strata.ts';
export { colourOf } from './colour-of.ts';
export { legendColumn, legendRows, mainRule, unknownWord, type LegendRow } from './legend.ts';
export { baselineId, layerTitle, layerWords, runOfResult, strengthOf, symbologyOfLayer, unitOfResult, type LayerWords } from './of-layer.ts';
