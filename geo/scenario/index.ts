export { compareFigures, type ComparisonRow, type Figures } from './compare.ts';
export { deriveLayers, measuresOf, type Derived } from './derive.ts';
export { demandChanges, layerChanges } from './difference.ts';
export { addedId, OPENING_TIMES } from './effects.ts';
export { measureIndicators, OF_MEASURES, scenarioFigures } from './figures.ts';
export { Baseline, fitOf, refit } from './fit.ts';
export { MEASURE_IDS, MEASURE_KINDS, type MeasureRow } from './kinds.ts';
export { BASELINE, type Measure, type MeasureKind, type MeasureTarget, type Scenario } from './types.ts';
export { freeId, measureOfSite, measureOn } from './write-measure.ts';
