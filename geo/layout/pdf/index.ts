export { PROJECT_TYPE, type Attachment } from './attachments.ts';
export type { Bookmark } from './bookmarks.ts';
export { readAttachedProject, type AttachedProject } from './read-attachment.ts';
export { writePdf, type PdfOptions } from './write.ts';
