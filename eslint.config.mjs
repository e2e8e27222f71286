import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { arrows } from './tools/eslint/arrows.mjs';
import { suppressionsGiveReasons } from './tools/eslint/reasons.mjs';

const root = import.meta.dirname;
const tests = ['**/*.spec.{ts,tsx}', '**/testing/**', 'e2e/**'];

const product = ['libs/*/src/**/*.{ts,tsx}', 'migrations/src/**/*.ts', 'apps/*/src/**/*.{ts,tsx}'];

const readsNoEnvironment = {
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Settings are read once, in apps/api/src/config.' },
  ],
  'no-restricted-imports': ['error', { paths: [{ name: 'node:process', importNames: ['env'] }, { name: 'process' }] }],
};

/** What needs no types; rules that read types, and the types themselves, are Oxlint's (.oxlintrc.json). */
export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      'data/**',
      '**/coverage/**',
      'apps/admin/src/gql/**',
      '**/test-results/**',
      '**/playwright-report/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  ...arrows(root),
  {
    plugins: { headwater: { rules: { 'suppressions-give-reasons': suppressionsGiveReasons } } },
    rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'headwater/suppressions-give-reasons': 'error' },
  },
  {
    files: product,
    plugins: { 'import-x': importX },
    rules: {
      ...readsNoEnvironment,
      'import-x/no-default-export': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
    },
  },
  {
    files: ['libs/*/src/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'String-literal unions, not enums.' }],
    },
  },
  // It compiles what it reads, which takes longer than all other rules: tests, whose components are thrown away, are left out.
  {
    files: ['apps/admin/**/*.{ts,tsx}'],
    ignores: tests,
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  // The schema's first step and dictionaries are lists: they grow with what they list.
  { files: ['migrations/src/**', 'apps/admin/src/**/messages.ts'], rules: { 'max-lines': 'off' } },
  { files: ['apps/api/src/config/**'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': 'off',
      'no-restricted-properties': 'off',
    },
  },
  {
    files: ['**/*.{mjs,js}'],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
