export { planeByCode, planeFor, planeForLayers, type Plane } from './planes.ts';
export { ellipsoidalArea, geodesicDistance, groundDistance, planeArea, planeLength } from './measure.ts';
export { ASK, type Crs, type CrsGuess } from './crs.ts';
export * as portable from './portable-math.ts';
