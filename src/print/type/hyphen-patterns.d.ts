/** The pattern files of the package `hyphen` 1.14.1, which ships no types; `Patterns` in `patterns.ts` says what they hold. */
declare module 'hyphen/patterns/*' {
  const patterns: unknown
  export = patterns
}
