export { mainFrame, worldFile } from './ground.ts';
export { DPI, rasterise, type Band, type Raster, type RasterOptions } from './rasterise.ts';
export { writePng, type RasterFileOptions } from './write-png.ts';
export { writeTiff } from './write-tiff.ts';
