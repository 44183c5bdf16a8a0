import { flatConfigs } from 'eslint-plugin-import-x'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

/** Which folder of src/ may import which, as ARCHITECTURE.md says. A folder may always import itself. */
const may = {
  unit: [],
  diagnostic: [],
  settings: ['diagnostic'],
  source: ['diagnostic', 'settings'],
  model: ['source', 'diagnostic'],
  check: ['model', 'source', 'diagnostic'],
  links: ['model', 'diagnostic'],
  rewrite: ['check', 'model', 'source', 'diagnostic'],
  notes: ['model', 'edition.ts'],
  template: ['unit', 'diagnostic', 'model', 'settings'],
  picture: ['unit', 'diagnostic', 'template'],
  'print/type': ['unit', 'diagnostic', 'template'],
  'print/line': ['unit', 'diagnostic', 'template', 'print/type'],
  'print/galley': [
    'unit',
    'diagnostic',
    'template',
    'model',
    'picture',
    'edition.ts',
    'print/type',
    'print/line',
  ],
  'print/page': [
    'unit',
    'diagnostic',
    'template',
    'model',
    'picture',
    'edition.ts',
    'print/type',
    'print/line',
    'print/galley',
  ],
  'print/tag': [
    'unit',
    'diagnostic',
    'template',
    'model',
    'edition.ts',
    'print/line',
    'print/galley',
    'print/page',
  ],
  'print/paint': [
    'unit',
    'diagnostic',
    'template',
    'model',
    'picture',
    'edition.ts',
    'print/type',
    'print/line',
    'print/galley',
    'print/page',
    'print/tag',
  ],
  origin: ['template', 'model'],
  word: ['unit', 'diagnostic', 'template', 'model', 'origin', 'picture', 'edition.ts'],
  epub: ['unit', 'diagnostic', 'template', 'model', 'picture', 'edition.ts'],
  web: ['unit', 'diagnostic', 'template', 'model', 'notes', 'epub', 'edition.ts'],
  pandoc: ['diagnostic', 'model'],
  redline: [],
  'docx-reader': ['diagnostic'],
  import: ['diagnostic'],
  review: ['diagnostic', 'docx-reader', 'origin'],
  proof: ['diagnostic', 'template', 'model', 'docx-reader', 'pandoc', 'edition.ts'],
  publish: ['diagnostic', 'edition.ts'],
}
const folders = Object.keys(may)

const zones = folders.map((target) => ({
  target: `./src/${target}`,
  from: './src',
  // A folder within print is closed to the folders beside it.
  except: [target, ...may[target]].map((each) => `./${each}`),
  message: `see the table of imports in ARCHITECTURE.md: ${target} may import ${may[target].join(', ') || 'nothing of ours'}`,
}))

export default tseslint.config(
  { ignores: ['dist', 'out', 'node_modules', 'coverage'] },
  ...tseslint.configs.recommendedTypeChecked,
  flatConfigs.typescript,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': flatConfigs.recommended.plugins['import-x'] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'the same input gives the same bytes' },
        { object: 'Math', property: 'pow', message: 'engines may round it differently; multiply' },
        { object: 'Date', property: 'now', message: 'the date is an argument' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "BinaryExpression[operator='**']",
          message: 'engines may round it differently; multiply',
        },
        {
          selector: 'CallExpression[callee.property.name=/^toLocale|^localeCompare$/]',
          message: 'no locale may matter',
        },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // micromark hands its context as `this`.
      '@typescript-eslint/no-this-alias': ['error', { allowedNames: ['context'] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // A pattern reads a text of any length in a time that grows with it, and no faster.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    // The command line and the library's edge alone know what day it is, and hand it on.
    files: ['src/cli.ts', 'src/index.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': 'off',
      'no-restricted-properties': 'off',
      'max-lines': 'off',
      // What is skipped is said loudly.
      'no-console': 'off',
    },
  },
  {
    files: ['*.js', '*.ts', 'test/bench/**/*.js'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ['*.js', '*.ts', 'test/bench/**/*.js'],
    rules: { 'import-x/no-default-export': 'off', 'no-console': 'off' },
  },
)
