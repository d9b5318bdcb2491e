import { proxy } from 'comlink';
import type { Conflict, Layer, Opinion, Params, Progress, SheetLayout, Underground, Window, WindowEnding } from '../../geo/index.ts';
import type { AgendaRequest, FileWishes, WindowRequest } from './coordination-api.ts';
import { again, type EngineLine, type Layers } from './engine-line.ts';
import { valueOf } from './failure.ts';

export type WindowWishes = Omit<WindowRequest, 'roads' | 'sites'> & { roads: readonly Layer[]; sites: Layer | null };
export interface ConflictWishes { inputs: Layers; params: Params; underground: Underground }
export type AgendaWishes = Omit<AgendaRequest, 'windows' | 'conflicts'> & { windows: WindowWishes; conflicts: ConflictWishes };

/** Windows, conflicts and what departments have to say on them. */
export function coordinationCalls(line: EngineLine) {
  async function windowRequest({ roads, sites, ...rest }: WindowWishes): Promise<WindowRequest> {
    return { ...rest, roads: await line.keysIn(roads), sites: sites && await line.keyOf(sites) };
  }
  async function agendaRequest({ windows, conflicts: { inputs, ...conflicts }, ...rest }: AgendaWishes): Promise<AgendaRequest> {
    return { ...rest, windows: await windowRequest(windows), conflicts: { ...conflicts, inputs: await line.keysOf(inputs) } };
  }
  return {
    windows(wishes: WindowWishes): Promise<Window[]> {
      return again(async () => { const request = await windowRequest(wishes); return valueOf(await line.link.call((api) => api.windows(request))); });
    },
    writeWindows(wishes: WindowWishes, ending: WindowEnding, about: FileWishes): Promise<Blob> {
      return again(async () => { const request = await windowRequest(wishes); return valueOf(await line.link.call((api) => api.writeWindows(request, ending, about))); });
    },
    conflicts({ inputs, ...rest }: ConflictWishes): Promise<Conflict[]> {
      return again(async () => { const keys = await line.keysOf(inputs); return valueOf(await line.link.call((api) => api.conflicts({ inputs: keys, ...rest }))); });
    },
    writeConflicts({ inputs, ...wishes }: ConflictWishes, opinions: readonly Opinion[], about: FileWishes): Promise<Blob> {
      return again(async () => { const keys = await line.keysOf(inputs); return valueOf(await line.link.call((api) => api.writeConflicts({ inputs: keys, ...wishes }, opinions, about))); });
    },
    agendaSheets(wishes: AgendaWishes): Promise<SheetLayout[]> {
      return again(async () => { const request = await agendaRequest(wishes); return valueOf(await line.link.call((api) => api.agendaSheets(request))); });
    },
    async writeAgendas(wishes: AgendaWishes, progress: Progress) {
      const request = await agendaRequest(wishes);
      return valueOf(await line.link.call((api) => api.writeAgendas(request, proxy(progress))));
    },
  };
}
