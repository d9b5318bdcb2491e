import { layerChecksum, takeRefusal, UserError, type PlanFeature, type ProjectMeta } from '../../geo/index.ts';
import type { StoreChange } from '../state/differ.ts';
import { unpack, type OnWay, type Packed } from './cargo.ts';
import { outcome } from './failure.ts';
import { HeldProject, readCopy } from './held-project.ts';
import { LayerStore } from './layer-store.ts';
import { crossing, type OpenedProject } from './opened-project.ts';
import { unpackFeatures, type PackedFeatures } from './pack-features.ts';
import { takeOn } from './pass-on.ts';
import { portionOf } from './portions.ts';
import { askOwner } from './tabs.ts';

/** How long another tab may take to hand over a copy (milliseconds). */
const COPYING = 20_000;
/** Nobody may be there to answer (milliseconds). */
const ASKING = 1000;

/** A stored project as the page gets it; `own` is false where another tab has it and this is only a copy. */
export type StoredOpened = OpenedProject & { own: boolean; checksums: Record<string, string> };

const layers = new LayerStore();
const slots = new Map<number, PlanFeature[]>();
let held: HeldProject | null = null;
let waiting: AbortController | null = null;

const staged = (packed: Packed): readonly PlanFeature[] => ('slot' in packed ? slots.get(packed.slot) ?? [] : packed);

/** What the page may ask of the worker that stores the open project. */
export const storeApi = {
  portion: (key: string, from: number, count: number) => portionOf(layers.portion(key, from, count)),
  drop: (key: string) => layers.drop(key),

  /** Takes the project for this tab, or a copy of it where another tab has it. What was open before is closed if that works. */
  open: (id: string) => telling(async (): Promise<StoredOpened> => {
    if (held?.id === id) return openHeld(held);
    const next = await HeldProject.hold(id);
    if (next) return take(next);
    const answer = await askOwner(id, 'copy', COPYING);
    if (!answer?.copy) throw new UserError('project.in-use');
    const copy = crossing(layers, await readCopy(answer.copy));
    close();
    return { ...copy, own: false, checksums: {} };
  }),
  /** Waits until the tab that has the project goes, then takes it. Null where the page went on to another project meanwhile. */
  openWhenFree: (id: string) => telling(async (): Promise<StoredOpened | null> => {
    waiting = new AbortController();
    const { signal } = waiting;
    const free = await HeldProject.hold(id, signal);
    return free && take(free);
  }),
  /** A project that is not there yet. It is made by the first changes. */
  create: (id: string) => telling(async () => {
    const next = await HeldProject.hold(id);
    close();
    held = next;
  }),
  close: () => outcome(() => close()),

  /** Of projects that need not be open here. */
  rename: (id: string, name: ProjectMeta['name']) => telling(() => withProject(id, (project) => project.setMeta({ name }))),
  remove: (id: string) => telling(async () => {
    if (held?.id === id) close();
    await (await own(id)).remove();
  }),
  copy: (id: string) => telling(() => copyOf(id)),
  duplicate: (id: string, into: string, name: ProjectMeta['name']) => telling(async () => {
    const bytes = new Uint8Array(await (await copyOf(id)).arrayBuffer());
    const twin = await own(into);
    try {
      await twin.put(bytes);
      await twin.setMeta({ name });
    } catch (error) {
      await twin.remove();
      throw error;
    }
    twin.close();
  }),

  stage: (slot: number, portion: PackedFeatures) => stage(slot, unpackFeatures(portion)),
  /** A line on which the engine's worker sends features by itself. */
  connect: (port: MessagePort) => takeOn(port, (slot, portion) => stage(slot, unpackFeatures(portion))),
  checksum: (packed: Packed) => outcome(() => {
    const sum = layerChecksum({ features: [...staged(packed)] });
    if ('slot' in packed) slots.delete(packed.slot);
    return sum;
  }),
  /** One transaction. Returns the checksums of the layers whose features changed. */
  apply: (changes: readonly StoreChange<OnWay>[], meta: ProjectMeta) => telling(async () => {
    try {
      return await holder().apply(await Promise.all(changes.map((change) => unpack(change, staged))), meta);
    } finally {
      slots.clear();
    }
  }),
  setMeta: (meta: Partial<ProjectMeta>) => telling(() => holder().setMeta(meta)),
};
export type StoreApi = typeof storeApi;

async function own(id: string): Promise<HeldProject> {
  const project = await HeldProject.hold(id);
  if (!project) throw new UserError('project.in-use');
  return project;
}
async function withProject<T>(id: string, work: (project: HeldProject) => T | Promise<T>): Promise<T> {
  if (held?.id === id) return work(held);
  const project = await own(id);
  try {
    return await work(project);
  } finally {
    project.close();
  }
}
/** The file of a project, from wherever it is held. */
async function copyOf(id: string): Promise<Blob> {
  if (held?.id === id) return held.copy();
  const answer = await askOwner(id, 'copy', ASKING);
  return answer?.copy ?? withProject(id, (project) => project.copy());
}
function stage(slot: number, features: PlanFeature[]): void {
  const known = slots.get(slot);
  if (known) known.push(...features);
  else slots.set(slot, features);
}
function holder(): HeldProject {
  if (!held) throw new Error('no project is held');
  return held;
}
async function openHeld(project: HeldProject): Promise<StoredOpened> {
  const reading = await project.read();
  const ids = reading.project.layers.map(({ layer }) => layer.id);
  return { ...crossing(layers, reading), own: true, checksums: project.checksums(ids) };
}
/** What was open is let go only when the next one has been read. */
async function take(next: HeldProject): Promise<StoredOpened> {
  try {
    const opened = await openHeld(next);
    close();
    held = next;
    return opened;
  } catch (error) {
    next.close();
    throw error;
  }
}
function close(): void {
  waiting?.abort();
  waiting = null;
  const project = held;
  held = null;
  project?.close();
}

/** An outcome that says of storage what the browser says of it. */
function telling<T>(work: () => Promise<T>) {
  return outcome(async () => {
    try {
      return await work();
    } catch (error) {
      throw reasonOf(error);
    }
  });
}
function reasonOf(error: unknown): unknown {
  const refusal = takeRefusal();
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const reason = [error, refusal].map((one) => (one ? `${one.name} ${one.message}` : '')).join(' ').trim().slice(0, 160);
  // A write that takes only a part of the bytes is how Chromium says that there is no room; the library calls that unknown.
  if (/QuotaExceeded|NoSpace|SQLITE_FULL|Unknown write\(\) failure/.test(reason)) return new UserError('project.storage-full');
  return refusal || /SQLITE_(IOERR|CANTOPEN|CORRUPT|NOTADB|READONLY)|InvalidState|NotFound|NoModificationAllowed/.test(reason) ? new UserError('project.storage-failed', { reason }) : error;
}
