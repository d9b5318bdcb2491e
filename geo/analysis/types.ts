/** The contract of an analysis stands in the model, since the rooms that make analyses know it too. */
export type { Analysis, AnalysisResult, Citation, InputDef, Inputs, ParamDef, Params, ParamTable, ParamValue } from '../model/index.ts';
