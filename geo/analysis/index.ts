export { describe, resultFiles, type RunInput } from './files.ts';
export { citation } from './parameters.ts';
export { ANALYSES, resultNames } from './registry.ts';
export { analysisOf, checkedCall, fillParams, nearest, runAnalysis, unknown } from './run.ts';
export { ServiceSession, type SessionState } from './session.ts';
export type { Analysis, AnalysisResult, Citation, InputDef, Inputs, ParamDef, Params, ParamTable, ParamValue } from './types.ts';
