import { create } from 'zustand';

/** Opinions that stand side by side are being looked through. */
export const useSettling = create<{ open: boolean }>(() => ({ open: false }));
export const setSettling = (open: boolean): void => useSettling.setState({ open });
