/**
 * The walls of the house as tables: which folder may import what, and why. The lint rule reports a breach where it is written;
 * test/walls.test.ts reads the imports again on its own and looks for circles.
 */

/** Rooms of geo/ and the rooms each may import; data flows from left to right. Words are known to whoever writes them into files. */
const WORK = ['model', 'crs', 'geometry', 'schema', 'io', 'network', 'allocation', 'depth'];
export const GEO_ROOMS = {
  model: [],
  messages: ['model'],
  crs: ['model'],
  geometry: ['model', 'crs'],
  schema: ['model', 'crs', 'geometry'],
  io: ['model', 'crs', 'geometry', 'schema', 'messages'],
  network: ['model', 'crs', 'geometry', 'schema', 'io'],
  allocation: ['model', 'crs', 'geometry', 'schema', 'io', 'network'],
  edit: ['model', 'crs', 'geometry', 'schema', 'io', 'messages'],
  // How deep things lie, for whoever asks: sites, conflicts, sections, volumes.
  depth: ['model', 'crs', 'geometry', 'schema', 'io', 'messages'],
  service: WORK,
  shortage: [...WORK, 'service'],
  ranking: [...WORK, 'service'],
  sites: [...WORK, 'service', 'shortage', 'ranking'],
  // Lays garages out under candidate sites.
  'test-fit': [...WORK, 'service', 'sites'],
  coordination: [...WORK, 'service', 'sites', 'messages'],
  analysis: [...WORK, 'service', 'shortage', 'sites', 'ranking', 'test-fit', 'messages'],
  scenario: [...WORK, 'service', 'sites'],
  style: ['model', 'schema'],
  // What a line through the ground meets, in metres; how it looks on paper is the layout's affair.
  section: [...WORK, 'sites', 'style', 'messages'],
  layout: ['model', 'crs', 'geometry', 'schema', 'depth', 'section', 'style', 'messages'],
  // A picture with its place, from files: what it shows is layout's, what lies beside it is io's.
  basemap: ['model', 'crs', 'io', 'layout', 'messages'],
  // Features as bodies under the ground, in arrays for a graphics card.
  volumes: ['model', 'crs', 'geometry', 'schema', 'depth', 'style'],
  meeting: [...WORK, 'coordination', 'scenario', 'style', 'layout', 'messages'],
  // Why this site: what sites, ranking, coordination and the departments know of one site, laid out as a page.
  dossier: [...WORK, 'sites', 'ranking', 'coordination', 'scenario', 'meeting', 'style', 'layout', 'messages'],
  project: [...WORK, 'service', 'sites', 'analysis', 'style', 'messages', 'layout', 'scenario', 'meeting'],
};

/** Packages that only some folders may know. `/` at the end of a name covers everything below it. */
export const OWNED_PACKAGES = [
  { packages: ['maplibre-gl', '@deck.gl/'], owners: ['app/map/', 'app/section/', 'app/layout/'], why: 'only app/map, app/section and app/layout draw maps; the rest of the program speaks in layers, so that the map library can be replaced' },
  { packages: ['@maplibre/'], owners: ['app/workers/'], why: 'only the worker that cuts tiles knows how they are made; the map is given them' },
  { packages: ['@luma.gl/'], owners: ['app/map/volumes/'], why: 'only the volumes speak to the graphics card themselves; everything else is drawn by MapLibre and deck.gl' },
  { packages: ['comlink'], owners: ['app/workers/'], why: 'only app/workers knows that the engine runs in a worker; the rest awaits an answer' },
  {
    packages: ['geojson-validation', 'papaparse', '@tmcw/togeojson', '@placemarkio/', 'read-excel-file', 'write-excel-file', 'gdal3.js', 'sql.js', '@sqlite.org/'],
    owners: ['geo/io/', 'geo/project/'], why: 'only geo/io reads and writes files, so that every file passes the same checks',
  },
  { packages: ['fflate'], owners: ['geo/io/', 'geo/project/', 'geo/layout/'], why: 'only geo/io packs and unpacks files; geo/layout does so for pages and images, which no import reads' },
  { packages: ['harfbuzzjs', '@cantoo/pdf-lib'], owners: ['geo/layout/'], why: 'only geo/layout sets letters and writes pages, so that every sheet is the same on paper and on screen' },
  { packages: ['docx'], owners: ['geo/meeting/'], why: 'only geo/meeting writes Word documents: minutes are a list of blocks, and how Word has them is its affair' },
  { packages: ['highs'], owners: ['geo/ranking/'], why: 'only geo/ranking chooses sets of sites; the rest states a problem and is given a set with its bound' },
  { packages: ['react', 'react-dom', 'react-i18next', 'radix-ui', 'lucide-react', 'zustand', 'i18next', '@tanstack/'], owners: ['app/'], why: 'the engine, the command line and the scripts run without an interface' },
  { packages: ['node:', 'fs', 'path', 'crypto', 'process', 'os', 'child_process'], owners: ['scripts/', 'test/', '.'], why: 'geo/ and app/ run in the browser; files and processes belong to scripts/' },
];

const isRoom = (path) => path.match(/^geo\/([\w-]+)\//)?.[1] ?? null;

/**
 * The reason why `file` may not import `target`, or null where it may.
 *
 * @param {string} file path from the project's folder, with `/`
 * @param {string} target the same for a relative import, else the name of the package
 */
export function breach(file, target, isRelative) {
  return isRelative ? breachOfPath(file, target) : breachOfPackage(file, target);
}

function breachOfPackage(file, name) {
  // An address of a file beside the program is no code of the library.
  if (name.endsWith('?url')) return null;
  const row = OWNED_PACKAGES.find(({ packages }) => packages.some((owned) => name === owned || name.startsWith(owned.endsWith('/') || owned.endsWith(':') ? owned : `${owned}/`)));
  if (!row || row.owners.some((owner) => (owner === '.' ? !file.includes('/') : file.startsWith(owner))) || file.startsWith('test/')) return null;
  return `${name} is not for ${file.split('/').slice(0, 2).join('/')}: ${row.why}.`;
}

function breachOfPath(file, target) {
  const from = isRoom(file), to = isRoom(target);
  if (file.startsWith('geo/')) {
    if (/^(app|scripts|test)\//.test(target)) return `geo/ is the engine and imports nothing of ${target.split('/')[0]}/: browser, command line and tests all run it.`;
    if (from && to && from !== to) {
      if (!(from in GEO_ROOMS)) return `geo/${from} is not in the table of rooms; add it to scripts/lint/wall-table.mjs with what it may know.`;
      if (!GEO_ROOMS[from].includes(to)) return `geo/${from} may not know geo/${to}: it may import ${GEO_ROOMS[from].join(', ') || 'nothing'}. What both need belongs further left.`;
      if (!/^geo\/[\w-]+\/(index|types)\.ts$/.test(target)) return `import geo/${to} through its index.ts: what is not exported there is its own affair.`;
    }
    if (from && /^geo\/index\.ts$/.test(target)) return 'rooms import each other, never the front door: geo/index.ts imports all of them, which would be a circle.';
    return null;
  }
  if (file.startsWith('app/')) {
    if (/^(scripts|test)\//.test(target)) return `the program imports nothing of ${target.split('/')[0]}/.`;
    if (target.startsWith('geo/') && target !== 'geo/index.ts') return 'the interface imports the engine through geo/index.ts.';
  }
  if (target.startsWith('app/') && !/^(app|test|scripts\/bundle)\//.test(file)) return 'nothing imports app/ but its own tests, and what bundles it.';
  return null;
}

/** Global functions whose bits differ between JavaScript engines (measured on Node 20 and Chromium 156). `exp` and `log` are in portable-math too. */
export const UNPORTABLE_MATH = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'pow', 'hypot', 'cbrt'];
