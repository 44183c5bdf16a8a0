/** A formula as TeX writes it, in which commands and marks have laws of their own. */
const formula = /\$\$[^$]{1,2000}\$\$|\$[^$\n]{1,500}\$/g

/** A passage with its formulas blanked by U+0000, so that offsets stay. */
export const withoutFormulas = (passage: string): string =>
  passage.includes('$') ? passage.replace(formula, (whole) => '\0'.repeat(whole.length)) : passage
