/** A kind of remains: what matches is left over, and how an author is told of it. */
export interface Remains {
  /** Before the pattern is tried: a text without this has none. */
  readonly hint: string
  readonly pattern: RegExp
  /** Read as it is written, before character references are undone. */
  readonly inSource?: true
  readonly message: (spelled: string) => string
  readonly help: string
}

const lost = (spelled: string): string =>
  `\`${spelled}\` is what a word processor writes for a reference that it lost`
const findAgain = 'write the reference that stood there'

/** What programs leave in a text that they convert, and authors where something is still to come. Code is not looked at. */
export const remains: readonly Remains[] = [
  {
    hint: 'Error!',
    pattern:
      /Error! (?:Reference source not found|Bookmark not defined|Not a valid [\p{L} ]{1,40}|No text of specified style in document|Unknown document property name)\.?/gu,
    message: lost,
    help: findAgain,
  },
  {
    hint: 'Fehler!',
    pattern:
      /Fehler! (?:Verweisquelle konnte nicht gefunden werden|Textmarke nicht definiert|Kein gültiger [\p{L} ]{1,40}|Kein Text mit angegebener Formatvorlage im Dokument)\.?/gu,
    message: lost,
    help: findAgain,
  },
  {
    hint: 'Erreur',
    pattern: /Erreur[ \u00A0\u202F]?! ?(?:Source du renvoi introuvable|Signet non défini)\.?/gu,
    message: lost,
    help: findAgain,
  },
  {
    hint: 'Ошибка!',
    pattern: /Ошибка! (?:Источник ссылки не найден|Закладка не определена)\.?/gu,
    message: lost,
    help: findAgain,
  },
  {
    hint: 'orem ipsum dolor',
    pattern: /Lorem ipsum dolor/giu,
    message: (spelled) => `\`${spelled}\` fills a place where a text was to come`,
    help: 'write the text, or delete the paragraph',
  },
  {
    hint: '[',
    pattern: /\[(?:citation needed|TK|TKTK|REF|TODO\b[^[\]\n]{0,80}|FIXME\b[^[\]\n]{0,80})\]/gu,
    message: (spelled) => `\`${spelled}\` stands where something was to come`,
    help: 'write what is missing, or take the mark out',
  },
  {
    hint: 'O',
    pattern: /(?<![\p{L}\p{N}[])TODO:/gu,
    message: (spelled) => `\`${spelled}\` stands where something was to come`,
    help: 'do it, and take the mark out',
  },
  {
    hint: '\\',
    pattern:
      /\\(?:cite[pt]?|parencite|autocite|ref|eqref|autoref|label|textit|textbf|texttt|textsc|emph|underline)\*?(?=[[{])/gu,
    message: (spelled) => `\`${spelled}\` is a command of LaTeX, and is printed as it stands`,
    help: 'write it in Markdown: `*…*` for emphasis, `@fig-x` for a reference, a note for a citation',
  },
  {
    hint: '{\\',
    pattern: /\{\\(?:it|bf|em|sc|tt|sl)(?= )/gu,
    message: (spelled) => `\`${spelled}\` is a command of TeX, and is printed as it stands`,
    help: 'write `*…*` for emphasis',
  },
  {
    hint: '&amp;',
    inSource: true,
    pattern:
      /&amp;(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[nm]dash|hellip|shy|[aeiou](?:acute|grave|circ|uml)|[nao]tilde|ccedil|szlig|#\d{2,5}|#[xX][\da-fA-F]{2,5});/gu,
    message: (spelled) =>
      `\`${spelled}\` is written twice over, and prints \`${spelled.replace('amp;', '')}\``,
    help: 'write the character itself',
  },
  {
    hint: '&',
    inSource: true,
    pattern: /&(?:nbsp|[lr][sd]quo|[nm]dash|hellip|#8\d{3})(?![\p{L}\p{N};=])/gu,
    message: (spelled) => `\`${spelled}\` lacks its \`;\`, and is printed as it stands`,
    help: 'write the character itself',
  },
]
