import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, say, stop } from './bootstrap.mjs';

const HELP = `npm start -- [--port 4173] [--no-open]

Installs what is missing, builds the program, serves it to this machine alone (127.0.0.1) and opens the browser.
  --port <number>   the port to try first (also the variable PORT); a busy one is followed by the next
  --no-open         leave the browser alone
`;

const settings = readSettings(process.argv.slice(2));
bootstrap();
const { build, DIST } = await import('./build.mjs');
const { serve } = await import('./serve.mjs');

const { status, output } = build();
if (status !== 0) {
  process.stderr.write(output);
  say('The program could not be built; the reason is above.');
  process.exit(1);
}
if (!existsSync(join(DIST, 'index.html'))) stop('The build left no page in dist/. Delete the folder and start again.');

const { url, port, close } = await serve({ folder: DIST, port: settings.port }).catch((error) => stop(`No port could be opened (${error.message}). Try another: npm start -- --port 8080`));
if (settings.port !== 0 && port !== settings.port) say(`Port ${settings.port} is in use; taking ${port}.`);
console.log(`Undercroft 地下空间规划工作台: ${url}`);
say('Ctrl-C ends it.');
if (settings.open) openBrowser(url);

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (ending) process.exit(0);
    ending = true;
    say('Ended.');
    close().then(() => process.exit(0));
  });
}

function readSettings(args) {
  let port = process.env.PORT || '4173', open = mayOpen();
  for (let i = 0; i < args.length; i++) {
    const [name, joined] = args[i].split('=');
    if (name === '--port') port = joined ?? args[++i];
    else if (name === '--no-open') open = false;
    else if (name === '--help' || name === '-h') { console.log(HELP); process.exit(0); }
    else stop(`start knows no option ${args[i]}.\n${HELP}`);
  }
  if (!/^\d{1,5}$/.test(port ?? '') || Number(port) > 65535) stop(`A port is a number from 0 to 65535; given: ${port}.`);
  return { port: Number(port), open };
}

/** A browser is opened where a person sits at the screen. */
function mayOpen() {
  if (process.env.CI) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function openBrowser(address) {
  const [command, args] = { darwin: ['open', [address]], win32: ['cmd', ['/c', 'start', '', address]] }[process.platform] ?? ['xdg-open', [address]];
  spawn(command, args, { stdio: 'ignore', detached: true }).on('error', () => say('No browser could be opened; open the address above yourself.')).unref();
}
