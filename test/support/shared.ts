import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './imports.ts';

export const sharedFile = (name: string): string => join(ROOT, '../shared', name);
/** Worked examples that lie beside the project on the machines of those who build it; absent elsewhere. */
export const hasShared = (name: string): boolean => existsSync(sharedFile(name));
export const readShared = <T>(name: string): T => JSON.parse(readFileSync(sharedFile(name), 'utf8')) as T;
export const sharedBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(sharedFile(name)));
