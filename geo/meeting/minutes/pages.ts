import { paperSize, wrapText, type Bookmark, type Drawing, type Faces, type GeoFrame, type Mark } from '../../layout/index.ts';
import { say } from '../../messages/index.ts';
import type { Minutes } from './blocks.ts';

/** A4 upright, mm: the text is as wide as a map with its legend. */
export const PAGE = { left: 25, top: 27, width: 160, bottom: 275 } as const;
const PAPER = { paper: { size: 'A4', landscape: false } } as const;
const INK = '#1d2733', SOFT = '#5f6b78';
/** Where the words at head and foot of a page stand, and their size. */
const HEAD_Y = 17, FOOT_Y = 285, SMALL = 3;

/** A line of text whose letters are so high; x is where it starts, or its middle or end. */
export function lineOf(text: string, x: number, top: number, size: number, height: number, rest: { bold?: boolean; anchor?: 'start' | 'middle' | 'end'; color?: string } = {}): Mark {
  return { kind: 'text', text, x, y: top + height / 2 + size * 0.36, size, anchor: rest.anchor ?? 'start', weight: rest.bold ? 'bold' : 'regular', color: rest.color ?? INK };
}

/** Lines of at most a width; a word that is wider by itself, such as a hash, is broken where it must. */
export function linesOf(text: string, width: number, size: number, faces: Faces, bold = false): string[] {
  const weight = bold ? 'bold' : 'regular';
  return wrapText(text, width, size, faces, weight).flatMap((line) => {
    const lines: string[] = [];
    let rest = [...line];
    while (rest.length > 1 && faces.width(rest.join(''), size, weight) > width) {
      let n = rest.length - 1;
      while (n > 1 && faces.width(rest.slice(0, n).join(''), size, weight) > width) n--;
      lines.push(rest.slice(0, n).join(''));
      rest = rest.slice(n);
    }
    return [...lines, rest.join('')];
  });
}

/** Pages as they fill. */
export class Pages {
  private readonly pages: { marks: Mark[]; frames: GeoFrame[] }[] = [{ marks: [], frames: [] }];
  private readonly chapters: { title: string; page: number; children: Bookmark[] }[] = [];
  y: number = PAGE.top;

  get room(): number {
    return PAGE.bottom - this.y;
  }
  private get last() {
    return this.pages[this.pages.length - 1];
  }
  /** The next page, where what comes would not fit on this one. */
  keep(height: number): boolean {
    if (height <= this.room || this.y === PAGE.top) return false;
    this.turn();
    return true;
  }
  turn(): void {
    this.pages.push({ marks: [], frames: [] });
    this.y = PAGE.top;
  }
  put(...marks: readonly Mark[]): void {
    this.last.marks.push(...marks);
  }
  putFrames(frames: readonly GeoFrame[]): void {
    this.last.frames.push(...frames);
  }
  bookmark(title: string, level: 1 | 2): void {
    const own = { title, page: this.pages.length - 1, children: [] }, chapter = this.chapters[this.chapters.length - 1];
    if (level === 2 && chapter) chapter.children.push(own);
    else this.chapters.push(own);
  }
  get bookmarks(): readonly Bookmark[] {
    return this.chapters;
  }

  /** Whole, with what is said at the head and the foot of each. */
  drawings({ title, mark, language }: Minutes): Drawing[] {
    const { width, height } = paperSize(PAPER), of = this.pages.length;
    return this.pages.map(({ marks, frames }, i) => ({
      width, height, title, language, frames, leftOut: [],
      marks: [
        { kind: 'path', lines: [[0, 0, width, 0, width, height, 0, height]], closed: true, fill: { color: '#ffffff', opacity: 1 } },
        lineOf(mark, PAGE.left + PAGE.width, HEAD_Y, SMALL, SMALL, { anchor: 'end', color: SOFT }),
        lineOf(say('minutes.page', language, { page: i + 1, pages: of }), width / 2, FOOT_Y, SMALL, SMALL, { anchor: 'middle', color: SOFT }),
        ...marks,
      ],
    }));
  }
}
