import { dirname, join, relative, sep } from 'node:path/posix';
import { ROOT } from '../bootstrap.mjs';
import { breach, UNPORTABLE_MATH } from './wall-table.mjs';

/** Rules of the project's own: the walls between rooms, and what keeps the engine pure. Each message says why. */
const pathOf = (filename) => relative(ROOT.split('\\').join('/'), filename.split('\\').join('/'));

const imports = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = pathOf(context.filename);
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string') return;
      const isRelative = source.startsWith('.');
      const target = isRelative ? join(dirname(file), source.split('?')[0]) : source;
      const reason = breach(file, target, isRelative);
      if (reason) context.report({ node: node.source, message: reason });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

const worker = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    if (pathOf(context.filename).startsWith(`app/workers${sep}`)) return {};
    return { 'NewExpression[callee.name=/^(Shared)?Worker$/]': (node) => context.report({ node, message: 'only app/workers starts workers: the rest of the program awaits an answer and does not know where it is computed.' }) };
  },
};

const REASON = 'result files must be the same bytes in every JavaScript engine and from run to run';
const MESSAGES = {
  math: (name) => `Math.${name} gives other bits in other engines; use geo/crs/portable-math.ts: ${REASON}.`,
  random: `Math.random has no seed; take one as an input: ${REASON}.`,
  power: `** with an exponent that is not a small whole number goes through Math.pow; use portable-math: ${REASON}.`,
  clock: `the engine has no clock; the date is an input: ${REASON}.`,
  locale: (name) => `${name} depends on the language of the machine; compare and print by code: ${REASON}.`,
  random_uuid: `identifiers are inputs or counted: ${REASON}.`,
};
const LOCALE = new Set(['localeCompare', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'toLocaleUpperCase', 'toLocaleLowerCase']);

/** What the engine may not do, because its results must replay. */
const pure = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node, message) => context.report({ node, message });
    return {
      MemberExpression(node) {
        const name = node.computed ? node.property.value : node.property.name;
        if (typeof name !== 'string') return;
        if (node.object.name === 'Math' && UNPORTABLE_MATH.includes(name)) report(node, MESSAGES.math(name));
        if (node.object.name === 'Math' && name === 'random') report(node, MESSAGES.random);
        if ((node.object.name === 'Date' || node.object.name === 'performance') && name === 'now') report(node, MESSAGES.clock);
        if (LOCALE.has(name)) report(node, MESSAGES.locale(name));
        if (node.object.name === 'crypto') report(node, MESSAGES.random_uuid);
      },
      // `const { sin } = Math` is the same thing in other words.
      'VariableDeclarator[init.name="Math"] > ObjectPattern > Property': (node) => UNPORTABLE_MATH.includes(node.key.name) && report(node, MESSAGES.math(node.key.name)),
      'BinaryExpression[operator="**"]': (node) => isSmallWhole(node.right) || report(node, MESSAGES.power),
      'AssignmentExpression[operator="**="]': (node) => isSmallWhole(node.right) || report(node, MESSAGES.power),
      'NewExpression[callee.name="Date"][arguments.length=0]': (node) => report(node, MESSAGES.clock),
      'CallExpression[callee.name="Date"]': (node) => report(node, MESSAGES.clock),
      'MemberExpression[object.name="Intl"]': (node) => report(node, MESSAGES.locale('Intl')),
    };
  },
};
const isSmallWhole = (node) => node.type === 'Literal' && (node.value === 2 || node.value === 3);

/** No text becomes code or markup: names in delivered files may hold both. */
const inert = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const message = 'text from files must stay text: no markup is set and no code is made from strings. Set textContent, or let React do it.';
    const report = (node) => context.report({ node, message });
    return {
      'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML)$/]': report,
      'JSXAttribute[name.name="dangerouslySetInnerHTML"]': report,
      'Property[key.name="dangerouslySetInnerHTML"]': report,
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|setHTML)$/]': report,
      'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]': report,
      'CallExpression[callee.name="eval"]': report,
      'NewExpression[callee.name="Function"]': report,
      'CallExpression[callee.name="Function"]': report,
    };
  },
};

export default { rules: { imports, worker, pure, inert } };
