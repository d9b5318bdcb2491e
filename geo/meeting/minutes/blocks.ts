import type { MapFrame, SheetSource } from '../../layout/index.ts';
import type { AgendaView } from '../types.ts';

/** Minutes as a list of blocks, what Word documents and pages are made from. Texts are clean: no letters that a file cannot hold. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; lines: readonly string[] }
  | TableBlock
  | MapBlock;

export interface TableBlock {
  kind: 'table';
  /** Null for one whose first column says what stands in the second. */
  head: readonly string[] | null;
  rows: readonly (readonly string[])[];
  /** How the columns share the width. */
  shares: readonly number[];
  /** Rows that somebody has to look at, and columns of figures. */
  marked: ReadonlySet<number>;
  figures: ReadonlySet<number>;
}

/** A view of the agenda on paper. */
export interface MapBlock {
  kind: 'map';
  /** Where it lies; the box is given by who draws it. */
  frame: Omit<MapFrame, 'id' | 'kind' | 'box'>;
  source: SheetSource;
  highlight: AgendaView['highlight'];
  drawing: AgendaView['drawing'];
  caption: string;
}

/** Minutes whole. `mark` is said at the head of every page: level of secrecy, and that a city is invented. */
export interface Minutes {
  title: string;
  mark: string;
  /** ISO date of the meeting; empty where it has none. */
  date: string;
  language: 'zh' | 'en';
  keywords: readonly string[];
  blocks: readonly Block[];
}
