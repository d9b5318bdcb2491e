export { closedGround } from './closed-ground.ts';
export { planeDistance } from './distance.ts';
export { ExtentGrid, extentsOf } from './extent-grid.ts';
export { loadKernel, type Kernel, type Polygonal, type Validity } from './kernel.ts';
export { NearLines } from './near-lines.ts';
export { pointOnSurface, reachPoints } from './point-on-surface.ts';
export { projectGeometry, unprojectGeometry } from './project.ts';
export { voronoiCell } from './voronoi.ts';
export { fromWkb, partsOf, readWkb, toWkb, WkbError } from './wkb.ts';
