import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';
import type { GroupMark } from '../drawing.ts';
import type { Book } from './book.ts';

/** Layers that a reader switches (optional content, ISO 32000-1, 8.11); a layer on several pages of an atlas is one, two of one title are two. */
export class Layers {
  private readonly groups = new Map<string, PDFRef>();
  constructor(private readonly book: Book) {}

  /** The name by which pages call a layer. */
  name({ id, title }: NonNullable<GroupMark['layer']>): string {
    if (!this.groups.has(id)) this.groups.set(id, this.book.add({ Type: 'OCG', Name: this.book.text(title) }));
    return `L${[...this.groups.keys()].indexOf(id)}`;
  }
  properties(): Record<string, PDFRef> {
    return Object.fromEntries([...this.groups.values()].map((ref, i) => [`L${i}`, ref]));
  }
  catalogEntry(title: string): PDFDict | undefined {
    const all = [...this.groups.values()];
    if (all.length === 0) return undefined;
    return this.book.dict({ OCGs: all, D: this.book.dict({ BaseState: 'ON', Order: all, ListMode: 'AllPages', Name: this.book.text(title) }) });
  }
}
