/** Shape types by number. Source: ESRI Shapefile Technical Description, July 1998, table 1. */
export const NULL_SHAPE = 0, POINT = 1, LINE = 3, POLYGON = 5, MULTI_POINT = 8, MULTI_PATCH = 31;
/** Every type in two dimensions, with what its record holds beyond them. */
export const SHAPE_TYPES: ReadonlyMap<number, { flat: number; extra: '' | 'Z' | 'M' }> = new Map(
  [NULL_SHAPE, POINT, LINE, POLYGON, MULTI_POINT].flatMap((flat) => [[flat, { flat, extra: '' as const }], ...(flat === 0 ? [] : [[flat + 10, { flat, extra: 'Z' as const }] as const, [flat + 20, { flat, extra: 'M' as const }] as const])] as [number, { flat: number; extra: '' | 'Z' | 'M' }][]),
);
/** Bytes of the header of .shp and .shx, of a record's header, of a record of the index. Lengths inside are in words of two bytes. */
export const HEADER = 100, RECORD_HEADER = 8, INDEX_RECORD = 8;
export const FILE_CODE = 9994, VERSION = 1000;
