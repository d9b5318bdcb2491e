export { edgesOf, isWithin, planeDistance, type Edges } from './distance.ts';
export { loadKernel, type Kernel, type Polygonal, type Validity } from './kernel.ts';
export { pointOnSurface, reachPoints } from './point-on-surface.ts';
export { projectGeometry, unprojectGeometry } from './project.ts';
export { voronoiCell } from './voronoi.ts';
export { fromWkb, partsOf, readWkb, toWkb, WkbError } from './wkb.ts';
