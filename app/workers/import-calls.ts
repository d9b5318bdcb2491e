import { proxy } from 'comlink';
import type { CrsRef, FieldMatch, ImportSettings, JoinBy, Layer, Progress } from '../../geo/index.ts';
import type { ReadRequest } from './engine-api.ts';
import { again, type EngineLine } from './engine-line.ts';
import { valueOf } from './failure.ts';
import type { OpenedSource, PictureOpened } from './import-api.ts';

/** Of the time that reading a large file takes, what has passed when it is checked; the rest is its way to the page. */
const CHECKED = 0.6;

/** What comes in from files, and what is wrong with it. */
export function importCalls(line: EngineLine) {
  return {
    /** A GeoJSON file beside the page. */
    async read(address: string, request: ReadRequest) {
      const { head, report, sha256 } = valueOf(await line.link.call((api) => api.read(address, request)));
      return { layer: await line.fetchLayer(head), report, sha256 };
    },
    /** Looks into files that belong together; `beside` are the layers that are there already. */
    async openSource(files: readonly File[], beside: readonly Layer[], encoding: string | undefined, progress: Progress): Promise<OpenedSource> {
      const keys = await line.keysIn(beside);
      return valueOf(await line.link.call((api) => api.openSource({ files: files.map((blob) => ({ name: blob.name, blob })), beside: keys, encoding }, proxy(progress))));
    },
    async shapesOf(handle: number, index: number, crs: CrsRef, swapped: boolean) {
      return valueOf(await line.link.call((api) => api.shapesOf(handle, index, crs, swapped)));
    },
    /** Looks into a picture with what lies beside it. */
    async openPicture(files: readonly File[], beside: readonly Layer[]): Promise<PictureOpened> {
      const keys = await line.keysIn(beside);
      return valueOf(await line.link.call((api) => api.openPicture({ files: files.map((blob) => ({ name: blob.name, blob })), beside: keys })));
    },
    async readSource(handle: number, index: number, settings: ImportSettings, progress: Progress) {
      const { head, report, sha256 } = valueOf(await line.link.call((api) => api.readSource(handle, index, settings, proxy((step: string, done: number) => progress(step, done * CHECKED)))));
      return { layer: await line.fetchLayer(head, head.id, (done) => progress('step.read', CHECKED + (1 - CHECKED) * done)), report, sha256 };
    },
    async joinSource(handle: number, index: number, layer: Layer, match: readonly FieldMatch[], by: JoinBy) {
      const key = await line.keyOf(layer);
      const { head, report, sha256 } = valueOf(await line.link.call((api) => api.joinSource(handle, index, key, match, by)));
      return { layer: await line.fetchLayer(head), report, sha256 };
    },
    closeSource(handle: number): void {
      void line.link.call((api) => api.closeSource(handle)).catch(() => {});
    },
    check(layers: readonly Layer[]) {
      return again(async () => {
        const keys = await line.keysIn(layers);
        return valueOf(await line.link.call((api) => api.check(keys)));
      });
    },
  };
}
