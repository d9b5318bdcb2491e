import { create } from 'zustand';

/** What is still on its way to the screen: layers that are being handed over, and what the map has not drawn yet. */
export const useDrawing = create<{ layers: boolean; map: boolean }>(() => ({ layers: false, map: false }));
export const setDrawing = useDrawing.setState;
