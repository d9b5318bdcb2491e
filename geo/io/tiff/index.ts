export { halfCell, one, TAG, tiffBlocks, tiffCrs, unpacked, unread, type TiffBlock } from './blocks.ts';
export { readTags, type TiffTags } from './tags.ts';
