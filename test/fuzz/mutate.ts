/** Damages the text of a GeoJSON file as transfers, editors, exports and attackers do. Repeatable: `random` decides everything. */
export type Mutation = (text: string, random: () => number) => string;

const pick = <T>(random: () => number, rows: readonly T[]): T => rows[Math.floor(random() * rows.length)];

/** Keys that plain objects know already. */
export const TRICKY = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'length'];

/** Bytes lost, doubled, turned over or moved; what is no UTF-8 any more becomes the replacement character. */
const bytes: Mutation = (text, random) => {
  let data = Buffer.from(text);
  for (let n = 1 + Math.floor(random() * 4); n > 0; n--) {
    const at = Math.floor(random() * data.length), length = 1 + Math.floor(random() * 12);
    const [before, part, after] = [data.subarray(0, at), data.subarray(at, at + length), data.subarray(at + length)];
    data = pick(random, [
      () => Buffer.concat([before, after]), () => Buffer.concat([before, part, part, after]), () => Buffer.concat([before, Buffer.from([Math.floor(random() * 256)]), part, after]),
      () => { const turned = Buffer.from(data); turned[at] ^= 1 << Math.floor(random() * 8); return turned; }, () => before, () => Buffer.concat([after, before]),
    ])();
    if (data.length === 0) break;
  }
  return data.toString('utf8');
};

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]/g;
const TOKENS = ['NaN', '-Infinity', '1e999', '-1e308', '1e308', '1e-320', '-0', '0', '181', '-91', '38411000.5', 'null', 'true', '""', '" "', '"\\ud800"', '"\\udc00x"', '"\\u0000"', '"=1+1"', '[]', '{}', '[[]]', '[null]', '[[[[1]]]]', ',', '}', ']', ...TRICKY.map((word) => `"${word}"`)];
/** Words of the file replaced, doubled, dropped or exchanged; a doubled member is a key that stands there twice. */
const tokens: Mutation = (text, random) => {
  const words = text.match(TOKEN) ?? [text];
  for (let n = 1 + Math.floor(random() * 3); n > 0; n--) {
    const at = Math.floor(random() * words.length), other = Math.floor(random() * words.length);
    pick(random, [
      () => { words[at] = pick(random, TOKENS); }, () => { words[at] = pick(random, TOKENS); }, () => words.splice(at, 1), () => words.splice(at, 0, pick(random, TOKENS)),
      () => { [words[at], words[other]] = [words[other], words[at]]; }, () => words.splice(at, 0, ...words.slice(at, at + 4)),
    ])();
  }
  return words.join('');
};

type Node = null | string | number | boolean | Node[] | { [key: string]: Node };
const nested = (depth: number, leaf: Node): Node => { let node = leaf; for (let i = 0; i < depth; i++) node = i % 2 ? [node] : { a: node }; return node; };
const VALUES: readonly ((random: () => number) => Node)[] = [
  () => null, () => true, () => '', () => -1, () => 1e308, () => Number.MIN_VALUE, () => 1e21, () => [], () => ({}), () => ' 12 ', () => '１２３', () => '1e400', () => '\ud83d', () => 'x'.repeat(3000), () => [[113, 22], [113, 22]],
  (random) => pick(random, TRICKY), (random) => nested(Math.floor(random() * 400), 1), (random) => ({ type: pick(random, ['Point', 'Polygon', 'GeometryCollection', 'MultiPoint', 'Curve', 'constructor', '__proto__']), coordinates: pick<Node>(random, [[], [113, 22], [[113, 22]], [[[113, 22], [114, 22], [114, 23], [113, 22]]], [[[[113, 22]]]], [1e300, -1e300], ['113', '22'], [113], [null, 22]]) }),
  () => ({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [113, 22] }, { type: 'GeometryCollection', geometries: [] }] }), () => ({ type: 'GeometryCollection', geometries: null }), () => ({ type: 'MultiPolygon', coordinates: [[[[113, 22], [113.1, 22], [113.1, 22.1], [113, 22]]], []] }),
];
/** One place of the document after another given another value or key. */
const structure: Mutation = (text, random) => {
  let document = JSON.parse(text) as Node;
  for (let n = 1 + Math.floor(random() * 3); n > 0; n--) document = changed(document, random, Math.floor(random() * 7));
  return JSON.stringify(document);
};
function changed(node: Node, random: () => number, depth: number): Node {
  if (depth === 0 || node === null || typeof node !== 'object') return pick(random, VALUES)(random);
  const keys = Object.keys(node);
  if (keys.length === 0) return pick(random, VALUES)(random);
  const key = pick(random, keys);
  if (Array.isArray(node)) {
    const at = Number(key), copy = [...node];
    if (random() < 0.2) copy.splice(at, random() < 0.5 ? 1 : 0, ...(random() < 0.5 ? [copy[at]] : []));
    else copy[at] = changed(copy[at], random, depth - 1);
    return copy;
  }
  // fromEntries makes `__proto__` a key like any other, as it is in a file.
  const renamed = random() < 0.15 ? pick(random, TRICKY) : null;
  const rows = Object.entries(node).map(([name, value]): [string, Node] => (name === key ? [renamed ?? name, renamed ? value : changed(value, random, depth - 1)] : [name, value]));
  if (random() < 0.1) rows.push([pick(random, TRICKY), pick(random, VALUES)(random)]);
  return Object.fromEntries(rows);
}

export const MUTATIONS: Readonly<Record<string, Mutation>> = { bytes, tokens, structure };
