import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import walls from './scripts/lint/walls.mjs';

/** Rules that find faults; how code is laid out is not their business. */
const FAULTS = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-unused-expressions': 'off',
  'no-template-curly-in-string': 'error',
  'no-self-compare': 'error',
  'no-unmodified-loop-condition': 'error',
  'no-constructor-return': 'error',
  'no-promise-executor-return': ['error', { allowVoid: true }],
  'array-callback-return': 'error',
  'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true, skipJSXText: true }],
  // Files hold control characters; the code that looks for them has to name them.
  'no-control-regex': 'off',
};
const TYPED = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-for-in-array': 'error',
  '@typescript-eslint/no-implied-eval': 'error',
  '@typescript-eslint/no-array-delete': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
  '@typescript-eslint/ban-ts-comment': 'error',
  // The compiler says it already.
  '@typescript-eslint/no-unused-vars': 'off',
  'no-undef': 'off',
  // A `!` states what the lines above made sure of; the alternative is a branch that no test can reach.
  '@typescript-eslint/no-non-null-assertion': 'off',
};
const NODE_GLOBALS = Object.fromEntries(['process', 'console', 'performance', 'URL', 'Buffer', 'setTimeout', 'clearTimeout'].map((name) => [name, 'readonly']));

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.cache/', 'out/', 'test-results/'] },
  js.configs.recommended,
  { rules: FAULTS },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: NODE_GLOBALS } },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['vitest.config.ts'] }, tsconfigRootDir: import.meta.dirname } },
    rules: TYPED,
  },
  { plugins: { walls }, rules: { 'walls/imports': 'error' } },
  { files: ['geo/**'], rules: { 'walls/pure': 'error', 'no-console': 'error', 'no-restricted-globals': ['error', ...outside(['window', 'document', 'navigator', 'location', 'localStorage', 'indexedDB', 'fetch', 'XMLHttpRequest', 'WebSocket', 'process', 'setTimeout', 'setInterval', 'requestAnimationFrame'])] } },
  { files: ['app/**', 'geo/**'], rules: { 'walls/inert': 'error', 'walls/worker': 'error' } },
  { files: ['app/**'], extends: [reactHooks.configs.flat.recommended], rules: {
    'no-console': ['error', { allow: ['error'] }],
    // It warns of libraries that the React compiler leaves alone; the compiler is not used here.
    'react-hooks/incompatible-library': 'off',
  } },
);

function outside(names) {
  return names.map((name) => ({ name, message: 'geo/ is pure: it runs the same in the browser, on the command line and in tests, and takes everything as arguments.' }));
}
