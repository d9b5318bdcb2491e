export { writeSvg, type SvgOptions } from './write.ts';
