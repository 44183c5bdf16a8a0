import packageJson from '../package.json' with { type: 'json' }

/** Of this program. */
export const version: string = packageJson.version

/** Where the program is at home on the web; absence means that `package.json` does not say. */
export const homepage: string | undefined =
  'homepage' in packageJson && typeof packageJson.homepage === 'string'
    ? packageJson.homepage
    : undefined

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
