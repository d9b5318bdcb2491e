import type { Block } from './blocks.ts';

const UNWRITABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|\p{Cs}/gu;
/** Text with nothing that XML or a font cannot hold: no control letters but line ends, no halves of pairs. */
export const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(UNWRITABLE, '');
/** As one line. */
export const sentence = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();
export const paragraphs = (text: string): Block[] => clean(text).split(/\n+/).map((line) => line.trim()).filter(Boolean).map((line) => ({ kind: 'paragraph', text: line }));
