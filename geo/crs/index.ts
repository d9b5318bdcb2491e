export { planeByCode, planeFor, planeForLayers, type Plane } from './planes.ts';
export { ellipsoidalArea, geodesicDistance, groundDistance, planeArea, planeLength } from './measure.ts';
export { ASK, UNKNOWN_GRID, type Crs, type CrsGuess } from './crs.ts';
export { approximateIssue, CRS_CHOICES, crsByCode, type CrsChoice } from './table.ts';
export { detectCrs, type DetectOptions } from './detect.ts';
export { reprojectGeometry, reprojector, reprojectorTo, type Reprojector } from './reproject.ts';
export * as portable from './portable-math.ts';
