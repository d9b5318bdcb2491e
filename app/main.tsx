import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
import './ui/theme.css';
import './ui/shell.css';
import './ui/controls.css';
import './panels/panels.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { openDemoCity } from './commands/open-demo-city.ts';
import { startI18n } from './i18n/index.ts';

startI18n();
createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>);
// `?empty` starts without the demo city: for the office's own data, and for tests of the empty state.
if (!new URLSearchParams(location.search).has('empty')) void openDemoCity();
