import { dirname, join } from 'node:path'
import { asBookSets } from '../check/check.ts'
import { chaptersOf, type Book } from '../model/book.ts'
import { readCache, writeCache, type LinkCache } from '../links/cache.ts'
import { checkLinks, linkDefaults, type LinkOptions } from '../links/check-links.ts'
import type { Outside } from '../read-and-check.ts'
import { writeWhole } from '../publish/write-whole.ts'
import { readFileBounded } from '../source/files.ts'
import { version } from '../version.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { find, reportFound, type CheckOptions } from './check.ts'
import { counted } from './report.ts'
import { progressOn } from './progress.ts'
import type { ExitCode, Terminal } from './terminal.ts'

export interface CheckLinksOptions extends CheckOptions {
  /** Absence means `.imprimatur-links.json` in the folder of the first book. */
  readonly linkCache?: string
  readonly linksAllowPrivate: boolean
}

/** Bytes of a cache file that are read at all. */
const largestCache = 16 * 1024 * 1024

/** `imprimatur check --links`: what `check` finds, and what the web says of the addresses. */
export async function runCheckWithLinks(
  paths: readonly string[],
  options: CheckLinksOptions,
  outside: Outside,
  terminal: Terminal,
  manners: Partial<LinkOptions> = {},
): Promise<ExitCode> {
  const { books, diagnostics } = find(paths, options, outside)
  const file = options.linkCache ?? cacheFileOf(books)
  const say = (text: string): void => {
    if (!options.quiet) terminal.err(`${text}\n`)
  }
  const known = file === undefined ? undefined : cacheIn(file, terminal.today)
  if (known === 'damaged') say(`${file} is no cache of addresses that can be read`)
  const progress = progressOn(terminal, options.quiet || !terminal.isInteractive)
  let asked = 0
  const { value, diagnostics: found } = await checkLinks(
    books,
    known instanceof Map ? known : new Map(),
    {
      ...linkDefaults,
      userAgent: `imprimatur/${version}`,
      today: terminal.today,
      allowPrivate: options.linksAllowPrivate,
      ...manners,
    },
    (done, all) => {
      asked = all
      progress.stage(`addresses ${done}/${all}`)
    },
  )
  progress.end()
  say(summaryOf(asked, found))
  // A file that the user named may be another than was meant: what is no cache is left as it is.
  const isOurs = options.linkCache === undefined || known !== 'damaged'
  if (file !== undefined && value.size > 0 && isOurs) {
    const failed = writeWhole(file, writeCache(value), { force: true })
    if (failed !== undefined) say(`what is known of addresses was not kept: ${failed}`)
  }
  const all = [...diagnostics, ...books.flatMap((book) => asBookSets(found, book))]
  return reportFound({ books, diagnostics: all }, options, terminal)
}

/** Beside `book.yaml`, or beside a lone chapter. */
function cacheFileOf([first]: readonly Book[]): string | undefined {
  const file = first && (first.file ?? chaptersOf(first)[0]?.file)
  return file === undefined ? undefined : join(dirname(file), '.imprimatur-links.json')
}

/** Undefined where there is none. One that is damaged costs nothing but a word and the time to ask again. */
function cacheIn(file: string, today: string): LinkCache | 'damaged' | undefined {
  const { value, diagnostics } = readFileBounded(file, file, largestCache)
  if (value !== undefined) return readCache(new TextDecoder().decode(value), today) ?? 'damaged'
  return diagnostics.some(({ rule }) => rule === 'over-limit') ? 'damaged' : undefined
}

/** What became of the addresses; those of an earlier day are known and not asked again. */
function summaryOf(asked: number, found: readonly Diagnostic[]): string {
  const count = (rule: string): number => found.filter((each) => each.rule === rule).length
  const silent = count('unreachable-link')
  const said = `links: ${counted(asked, 'address', 'addresses')} asked; dead in ${counted(count('dead-link'), 'place')}, moved in ${counted(count('moved-link'), 'place')}, without an answer in ${counted(silent, 'place')}`
  return asked > 0 && silent >= asked ? `${said}: is there a network?` : said
}
