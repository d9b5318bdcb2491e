export const DIST: string;
export function sourceHash(root?: string, sources?: readonly string[]): string;
export function build(): { status: number; output: string; built: boolean };
