/**
 * Class colours that print, survive a black-and-white copy (lightness falls steadily) and are told apart with
 * the common colour-vision deficiencies: one-hue and brown-to-blue ramps, no red against green.
 */
export const RAMPS = {
  /** Served ratio: dark = badly served, pale = nearly served, blue = served. */
  servedRatio: [
    { from: 0, color: '#7f2704' }, { from: 0.2, color: '#c04a02' }, { from: 0.4, color: '#ec8a2e' },
    { from: 0.6, color: '#fdc27e' }, { from: 0.8, color: '#fee8c8' }, { from: 0.999999, color: '#9ecae1' },
  ],
  shortage: [
    { from: 0, color: '#f4f1ee' }, { from: 1, color: '#fee8c8' }, { from: 20, color: '#fdc27e' },
    { from: 50, color: '#ec8a2e' }, { from: 100, color: '#c04a02' }, { from: 200, color: '#7f2704' },
  ],
  accessibility: [
    { from: 0, color: '#7f2704' }, { from: 0.25, color: '#c04a02' }, { from: 0.5, color: '#ec8a2e' },
    { from: 0.75, color: '#fdc27e' }, { from: 1, color: '#c6dbef' }, { from: 1.5, color: '#6baed6' },
  ],
  areaShortage: [
    { from: 0, color: '#fdc27e' }, { from: 200, color: '#ec8a2e' }, { from: 500, color: '#c04a02' }, { from: 1000, color: '#7f2704' },
  ],
  /** Persons without a place: twenty times as many as stalls are short. */
  areaShortagePersons: [
    { from: 0, color: '#fdc27e' }, { from: 1000, color: '#ec8a2e' }, { from: 5000, color: '#c04a02' }, { from: 20000, color: '#7f2704' },
  ],
  shortagePersons: [
    { from: 0, color: '#f4f1ee' }, { from: 1, color: '#fee8c8' }, { from: 100, color: '#fdc27e' },
    { from: 300, color: '#ec8a2e' }, { from: 1000, color: '#c04a02' }, { from: 3000, color: '#7f2704' },
  ],
  /** By how much more (or less) of the demand is served: brown is worse, blue is better. */
  servedChange: [{ from: -1, color: '#7f2704' }, { from: -0.2, color: '#ec8a2e' }, { from: 0, color: '#b9d3ea' }, { from: 0.2, color: '#5f9fd0' }, { from: 0.5, color: '#08519c' }],
  /** Ranks of candidate sites: the first ten stand out. */
  /** Near, mid and long term: the sooner, the darker. */
  buildPhase: [{ from: 1, color: '#5b1a86' }, { from: 2, color: '#c2418f' }, { from: 3, color: '#e8963e' }],
  siteRank: [{ from: 1, color: '#4a1a66' }, { from: 11, color: '#9164ae' }, { from: 31, color: '#cdbbd8' }],
} as const;

/** Land use by GB 50137: the drawing tradition (R yellow, A pink, B red …), paled so that overlays read. Of E, water is blue, fields and woods are not. */
export const LAND_USE = [
  { value: 'R', color: '#faf1cf' }, { value: 'A', color: '#f6dde4' }, { value: 'B', color: '#f7d5cd' },
  { value: 'M', color: '#e7dccd' }, { value: 'W', color: '#e2daec' }, { value: 'S', color: '#e9e9ea' },
  { value: 'U', color: '#d7e3ee' }, { value: 'G', color: '#d8e8cf' }, { value: 'E1', color: '#cbe3f1' },
  { value: 'E2', color: '#e3ecd6' }, { value: 'E', color: '#e6eae3' },
] as const;

/** One hue a stratum, darker = deeper. */
export const STRATA = [
  { value: 'shallow', color: '#c7b7dd' }, { value: 'sub-shallow', color: '#9a86c0' },
  { value: 'sub-deep', color: '#6a539c' }, { value: 'deep', color: '#42307a' },
] as const;

export const UNKNOWN = '#bdbdbd';
/** Nobody asks for anything there: neither served nor short. */
export const NO_DEMAND = '#dfe3e6';
