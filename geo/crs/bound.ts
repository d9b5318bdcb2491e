/**
 * How far a distance may exceed a bound and still be on it, m. The coordinates of a plane run to millions of metres, whose
 * last bit is half a nanometre; projecting and taking roots costs a few of them. A micrometre is far above that and far
 * below anything that is measured.
 */
const ON_THE_BOUND = 1e-6;

/** The bound as distances are compared with it, so that what stands exactly on it counts as within. */
export const bounded = (metres: number): number => metres + ON_THE_BOUND;
