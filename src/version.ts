import packageJson from '../package.json' with { type: 'json' }

/** Of this program. */
export const version: string = packageJson.version

/** Of the libraries that shape the bytes of an edition, for the manifest. */
export const libraries: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...packageJson.devDependencies, ...packageJson.dependencies }).filter(([name]) =>
    [
      'docx',
      'harfbuzzjs',
      'hyphen',
      'pandoc-wasm',
      'pdfjs-dist',
      'pdfkit',
      'remark-parse',
    ].includes(name),
  ),
)
