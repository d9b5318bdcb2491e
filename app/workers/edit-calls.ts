import { proxy } from 'comlink';
import type { DepthInterval, Edited, Extent, Issue, Layer, MendedLayer, Part, PlanFeature, Progress, SchemaId, Underground } from '../../geo/index.ts';
import type { ProjectLayer } from '../state/document.ts';
import { withChanged } from './changed-part.ts';
import type { TerrainRead } from './depth-api.ts';
import type { EditRequest } from './edit-api.ts';
import { again, type EngineLine } from './engine-line.ts';
import { valueOf } from './failure.ts';
import { fetchPortions } from './portions.ts';

/** Features changed and mended, and how deep they lie. */
export function editCalls(line: EngineLine) {
  return {
    /** Features of a layer edited by themselves: they go there and come back. */
    async edit(part: Part, ids: readonly string[], request: EditRequest): Promise<Edited> {
      return again(async () => valueOf(await line.link.call((api) => api.edit(part, ids, request))));
    },
    /** A layer with the fix of an issue applied; only the features that it changed come back. */
    async mend({ layer, setAside, issues, counts, ...rest }: ProjectLayer, issue: Issue, progress: Progress): Promise<Omit<MendedLayer, 'entry'> & { entry: ProjectLayer }> {
      const request = { key: await line.keyOf(layer), setAside: await line.keyOf({ ...layer, features: [...setAside] }), issues, counts, issue };
      const { head, changed, at, stay, fixed, back, left, ...delivered } = valueOf(await line.link.call((api) => api.mend(request, proxy(progress))));
      const part = await fetchPortions(changed, (from, count) => line.link.call((api) => api.portion(changed.key, from, count)));
      void line.link.call((api) => api.drop(changed.key)).catch(() => {});
      const mended: Layer = { ...layer, features: withChanged(layer.features, { changed: part.features, at }) };
      line.know(mended, head.key);
      return { entry: { ...rest, ...delivered, layer: mended, setAside: stay.map((i) => setAside[i]) }, fixed, back, left };
    },
    /** How deep features of a layer lie, in their order. */
    depths(features: readonly PlanFeature[], schema: SchemaId, underground: Underground): Promise<DepthInterval[]> {
      return again(() => line.link.call((api) => api.depths(features, schema, underground)));
    },
    /** How high the ground lies; null where that is not known. */
    elevation(lon: number, lat: number, underground: Underground): Promise<number | null> {
      return again(() => line.link.call((api) => api.elevation(lon, lat, underground)));
    },
    /** `near`: where the project lies, which tells zones apart. */
    async readTerrain(file: File, crs: string | null, near: Extent | null): Promise<TerrainRead> {
      return valueOf(await line.link.call((api) => api.readTerrain(file, crs, near)));
    },
  };
}
