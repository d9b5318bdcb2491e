#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, isNewEnough, ROOT, stop } from './bootstrap.mjs';

// In a checkout the packages may still be missing; an installed copy came with them, and has no lock file.
if (existsSync(join(ROOT, 'package-lock.json'))) bootstrap();
else if (!isNewEnough(process.version)) stop(`Node 20.19 or newer is needed; this is Node ${process.version}.`);

const { register } = await import('tsx/esm/api');
register({ tsconfig: false });
const { main, watchStreams } = await import('./cli/main.ts');
watchStreams(process.argv.slice(2));
process.exitCode = await main(process.argv.slice(2));
