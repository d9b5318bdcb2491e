import type { FeatureCollection } from 'geojson';
import type { FeatureId } from '../model/index.ts';
import type { MinutesTemplate } from './minutes/template.ts';

/** What a department says of something (DOMAIN 4.9). */
export const OPINION_STATES = ['open', 'agreed', 'conditional', 'rejected', 'needs-survey'] as const;
export type OpinionState = (typeof OPINION_STATES)[number];

/**
 * A department's word on a subject: written once and never changed. `over` names the words that it replaces, so that a project
 * can tell a later word from one that was written elsewhere at the same time. The id follows from everything else in it.
 */
export interface Opinion {
  id: string;
  /** A conflict, a site or a measure: see `subjectOf…`. */
  subject: string;
  department: string;
  state: OpinionState;
  note: string;
  who: string;
  /** ISO time, given by who calls. */
  at: string;
  over: readonly string[];
}

export interface Camera {
  center: [number, number];
  zoom: number;
  bearing: number;
  pitch: number;
  /** Width and height (pixels) of the map that it was taken on: on another one the zoom follows, so that the same ground is seen. */
  size?: [number, number];
}
export type CompareWay = 'swipe' | 'side' | 'overlay' | 'difference';

/** One point of the agenda: what is shown while it is spoken of. */
export interface AgendaView {
  id: string;
  title: string;
  notes: string;
  camera: Camera | null;
  /** A scenario's id, or `baseline`. */
  scenario: string;
  compare: { with: string; way: CompareWay } | null;
  /** Layers that are hidden, by id; others as they are. */
  hidden: Readonly<Record<string, boolean>>;
  highlight: { layerId: string; featureId: FeatureId } | null;
  /** What was drawn on the map: lines and polygons in degrees; `colour` is a property. */
  drawing: FeatureCollection | null;
}
export interface Decision {
  id: string;
  /** The point of the agenda under which it was taken; null = none. */
  view: string | null;
  text: string;
  at: string;
}
/** Something that somebody has to do. */
export interface Action {
  id: string;
  view: string | null;
  text: string;
  owner: string;
  /** ISO date; null = not set. */
  due: string | null;
  done: boolean;
}
export interface Meeting {
  id: string;
  title: string;
  /** ISO date. */
  date: string;
  place: string;
  chair: string;
  /** Of the minutes; never made up. */
  number: string;
  attendees: readonly { department: string; people: string }[];
  views: readonly AgendaView[];
  decisions: readonly Decision[];
  actions: readonly Action[];
  /** How its minutes are written; that of the house where the office has not changed it. */
  minutes?: MinutesTemplate;
}
