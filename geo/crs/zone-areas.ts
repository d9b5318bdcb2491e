/**
 * From which latitude to which China lies in each zone, in degrees: bounding boxes of the areas of use of the CRS in the EPSG
 * registry (v10.076), onshore and offshore for the 6-degree zones. Without a zone number the northing alone tells which zones may be meant.
 */
type Row = readonly [zone: number, south: number, north: number];

const THREE_DEGREE: readonly Row[] = [
  [25, 35.81, 40.65], [26, 31.03, 41.83], [27, 29.95, 45.88], [28, 28.26, 47.23], [29, 27.8, 49.18], [30, 27.32, 48.42], [31, 27.71, 45.13],
  [32, 28.23, 44.5], [33, 21.43, 42.76], [34, 21.13, 42.69], [35, 22.5, 42.21], [36, 18.19, 42.47], [37, 18.11, 45.11], [38, 21.52, 45.45],
  [39, 22.6, 49.88], [40, 24.43, 53.33], [41, 28.22, 53.56], [42, 40.19, 53.2], [43, 41.37, 50.25], [44, 42.42, 48.88], [45, 45.85, 48.4],
];
const SIX_DEGREE: readonly Row[] = [
  [13, 35.42, 41.07], [14, 29.16, 47.23], [15, 27.32, 49.18], [16, 27.71, 47.9], [17, 21.13, 43.18], [18, 17.75, 42.47],
  [19, 16.7, 45.11], [20, 19.02, 51.52], [21, 24.64, 53.56], [22, 29.7, 52.79], [23, 45.02, 48.4],
];

export interface ZoneArea {
  zone: number;
  south: number;
  north: number;
  /** Codes with and without the zone number before the easting. */
  prefixed: string;
  plain: string;
  /** Half the width of the zone in degrees. */
  half: number;
  meridian: number;
}
const area = ([zone, south, north]: Row, width: 3 | 6): ZoneArea => ({
  zone, south, north, half: width / 2, meridian: width === 3 ? zone * 3 : zone * 6 - 3,
  prefixed: `EPSG:${width === 3 ? zone + 4488 : zone + 4478}`, plain: `EPSG:${width === 3 ? zone + 4509 : zone + 4489}`,
});
export const ZONE_AREAS: readonly ZoneArea[] = [...THREE_DEGREE.map((row) => area(row, 3)), ...SIX_DEGREE.map((row) => area(row, 6))];
