import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
import './ui/theme.css';
import './ui/shell.css';
import './ui/controls.css';
import './panels/panels.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { start } from './commands/stored-project.ts';
import { startI18n } from './i18n/index.ts';
import { Boundary } from './ui/Later.tsx';
import { engine } from './workers/engine.ts';

engine.wake();
await startI18n();
createRoot(document.getElementById('root')!).render(<StrictMode><Boundary><App /></Boundary></StrictMode>);
// What was open goes on. `?empty` starts, where nothing was, without the demo city: for the office's own data, and for tests of the empty state.
void start(!new URLSearchParams(location.search).has('empty'));
