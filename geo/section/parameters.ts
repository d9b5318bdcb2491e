import parameters from '../../data/parameters/section.json' with { type: 'json' };
import { DEFAULT_DEPTHS } from '../depth/index.ts';
import type { ParamTable } from '../model/index.ts';
import type { SectionContext } from './types.ts';

/** How far beside the line something is carried over to it, and the grade of the schematic ramp. */
export const SECTION_PARAMS = parameters as unknown as ParamTable;
const defaultOf = (key: string): number => Number(SECTION_PARAMS.find((row) => row.key === key)!.default);

/** What nobody says otherwise: no terrain, the strata of the standard, the defaults of data/parameters/section.json. */
export function sectionContext({ depth = DEFAULT_DEPTHS, ...rest }: Partial<SectionContext> = {}): SectionContext {
  return { depth, offset: defaultOf('sectionOffset'), rampGrade: defaultOf('rampGrade'), focus: null, ...rest };
}
