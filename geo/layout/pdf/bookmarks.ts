import type { PDFRef } from '@cantoo/pdf-lib';
import type { Book } from './book.ts';

/** A line of the table of contents that readers show beside the page. */
export interface Bookmark {
  title: string;
  /** From 0. */
  page: number;
  children?: readonly Bookmark[];
}

export function outlines(book: Book, bookmarks: readonly Bookmark[], pages: readonly PDFRef[]): PDFRef | undefined {
  if (bookmarks.length === 0) return undefined;
  const root = book.context.nextRef();
  const { first, last, count } = siblings(book, bookmarks, root, pages);
  book.context.assign(root, book.dict({ Type: 'Outlines', First: first, Last: last, Count: count }));
  return root;
}

function siblings(book: Book, bookmarks: readonly Bookmark[], Parent: PDFRef, pages: readonly PDFRef[]): { first: PDFRef; last: PDFRef; count: number } {
  const refs = bookmarks.map(() => book.context.nextRef());
  let count = refs.length;
  bookmarks.forEach(({ title, page, children = [] }, i) => {
    if (!pages[page]) throw new Error(`bookmark ${title} goes to page ${page + 1} of ${pages.length}`);
    const below = children.length > 0 ? siblings(book, children, refs[i], pages) : null;
    count += below?.count ?? 0;
    book.context.assign(refs[i], book.dict({ Title: book.text(title), Parent, Prev: refs[i - 1], Next: refs[i + 1], Dest: [pages[page], 'Fit'], First: below?.first, Last: below?.last, Count: below?.count }));
  });
  return { first: refs[0], last: refs[refs.length - 1], count };
}
