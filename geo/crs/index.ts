export { planeByCode, planeFor, planeForLayers, type Plane } from './planes.ts';
export { ellipsoidalArea, geodesicDistance, groundDistance, planeArea, planeLength } from './measure.ts';
export * as portable from './portable-math.ts';
