// argv -> exit code: the only file that ends the process or writes to the console.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { EditionKind } from './edition.ts'
import { toldOutsideFailure } from './command/outside-failed.ts'
import type { Format, TextFormat } from './command/report.ts'
import { showsColour, type Terminal } from './command/terminal.ts'
import type { BuildRequest } from './pipeline.ts'
import type { Outside } from './read-and-check.ts'
import { version } from './version.ts'

const epoch = process.env['SOURCE_DATE_EPOCH']
const isoDate = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isInteractive: process.stderr.isTTY === true && process.env['CI'] === undefined,
  hasColour: {
    out: showsColour(process.stdout.isTTY === true, process.env),
    err: showsColour(process.stderr.isTTY === true, process.env),
  },
  folder: process.cwd(),
  environment: process.env,
  today: isoDate(Date.now()),
}

const outside: Outside = {
  today: terminal.today,
  ...(epoch !== undefined && /^\d{1,11}$/u.test(epoch)
    ? { epochDate: isoDate(Number(epoch) * 1000) }
    : {}),
}

/** Made where nothing else is asked for. */
const usual: readonly EditionKind[] = ['print', 'word', 'epub']
const kinds: readonly EditionKind[] = [...usual, 'web']

function toKinds(value: string): EditionKind[] {
  const wanted = value.split(',').map((each) => each.trim())
  const unknown = wanted.find((each) => !(kinds as readonly string[]).includes(each))
  if (unknown !== undefined)
    throw new InvalidArgumentError(
      `"${unknown}" is no edition; the editions are ${kinds.join(', ')}.`,
    )
  return kinds.filter((kind) => wanted.includes(kind))
}

function toNumber(value: string): number {
  const number = Number(value)
  if (!/^[1-9]\d{0,6}$/u.test(value))
    throw new InvalidArgumentError('It must be a whole number from 1.')
  return number
}

const program = new Command('imprimatur')
  .description(
    'Turns the Markdown of a footnoted report into a print PDF, a Word file and an EPUB.',
  )
  .version(version, '--version', 'print the version')
  .showSuggestionAfterError()
  .showHelpAfterError('(add --help for what can be said)')
  .exitOverride()
  .configureOutput({
    writeOut: terminal.out,
    writeErr: terminal.err,
    outputError: (text, write) => write(text.replace(/^error: /u, 'imprimatur: ')),
  })

function toCount(value: string): number {
  if (!/^\d{1,7}$/u.test(value)) throw new InvalidArgumentError('It must be a whole number from 0.')
  return Number(value)
}

const textFormats: readonly TextFormat[] = ['pretty', 'line', 'github']
const allFormats: readonly Format[] = [...textFormats, 'json', 'sarif']

const format = (choices: readonly Format[]): Option =>
  new Option(
    '--format <format>',
    'how findings are printed (default: "pretty"; "github" in GitHub Actions)',
  ).choices(choices)

/** What was asked for, or else what the place calls for: annotations where GitHub Actions runs. */
const withFormat = <F extends { format?: Format }>(
  flags: F,
): F & { format: NonNullable<F['format']> | 'pretty' | 'github' } => ({
  ...flags,
  format: flags.format ?? (process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'pretty'),
})

const max = (): Option =>
  new Option('--max <n>', 'at most so many findings are shown; 0 for all').argParser(toCount)

interface BuildFlags {
  max?: number
  edition: EditionKind[]
  chapter?: string
  whole: boolean
  out: string
  output?: string
  template?: string
  first?: number
  draft: boolean
  strict: boolean
  release: boolean
  press: boolean
  marks: boolean
  public: boolean
  info: boolean
  quiet: boolean
  format?: TextFormat
}

program
  .command('build')
  .description('build, prove and publish the editions of a book or chapter')
  .argument('[book]', 'a folder with book.yaml, or one Markdown file', 'source')
  .addOption(
    new Option('--edition <list>', `editions, comma-separated: ${kinds.join(', ')}`)
      .argParser(toKinds)
      .default([...usual], usual.join(',')),
  )
  .option('--chapter <name>', 'only this chapter of the book')
  .option('--whole', 'only the whole book, not each chapter too', false)
  .option('--out <dir>', 'folder of the editions', 'out')
  .option('-o, --output <file>', 'one edition, under this name')
  .option('--template <name>', "a template instead of the book's own")
  .option('--first <n>', 'number of the first note', toNumber)
  .option('--draft', 'skip the proof, stamp the editions, write them to draft/', false)
  .option('--strict', 'warnings stop the build too', false)
  .option('--release', 'write the register that guards the numbers of this version', false)
  .option('--press', 'print for the press: four inks, trim and bleed boxes', false)
  .option('--marks', 'crop marks around each page; for the press', false)
  .option('--public', 'Word for readers: no tracking, nothing of the manuscript in it', false)
  .option('--info', 'show advice as well', false)
  .option('--quiet', 'print findings only', false)
  .addOption(max())
  .addOption(format(textFormats))
  .addHelpText('after', '\nExample:\n  imprimatur build source --edition print,epub')
  .action(async (path: string, flags: BuildFlags) => {
    const { edition, out, draft, strict, release, output } = flags
    const request: BuildRequest = {
      path,
      editions: edition,
      out,
      draft,
      strict,
      release,
      isWhole: flags.whole,
      isPublic: flags.public,
      ...((flags.press || flags.marks) && { press: { marks: flags.marks } }),
      ...(flags.chapter === undefined ? {} : { chapter: flags.chapter }),
      ...(flags.template === undefined ? {} : { template: flags.template }),
      ...(flags.first === undefined ? {} : { first: flags.first }),
    }
    const { runBuild, runBuildTo } = await import('./command/build.ts')
    process.exitCode =
      output === undefined
        ? await runBuild(request, withFormat(flags), outside, terminal)
        : await runBuildTo(output, request, withFormat(flags), outside, terminal)
  })

interface CheckFlags {
  links: boolean
  linkCache?: string
  linksAllowPrivate: boolean
  first?: number
  strict: boolean
  info: boolean
  quiet: boolean
  format?: Format
  max?: number
}

program
  .command('check')
  .description('check notes and cross-references; several files are checked each on its own')
  .argument('[book...]', 'folders with book.yaml, or Markdown files', ['source'])
  .option('--first <n>', 'number of the first note', toNumber)
  .option('--strict', 'warnings fail too', false)
  .option('--info', 'show advice as well', false)
  .option('--quiet', 'print findings only', false)
  .addOption(max())
  .addOption(format(allFormats))
  .option('--links', 'look addresses up on the web too', false)
  .option('--link-cache <file>', "what is known of addresses (default: in the book's folder)")
  .option('--links-allow-private', 'ask servers of private networks too', false)
  .addHelpText('after', '\nExample:\n  imprimatur check source --format line')
  .action(async (paths: string[], flags: CheckFlags) => {
    const options = withFormat(flags)
    if (flags.links) {
      const { runCheckWithLinks } = await import('./command/check-links.ts')
      process.exitCode = await runCheckWithLinks(paths, options, outside, terminal)
      return
    }
    const { runCheck } = await import('./command/check.ts')
    process.exitCode = runCheck(paths, options, outside, terminal)
  })

interface RenumberFlags {
  first?: number
  sort: boolean
  dryRun: boolean
  quiet: boolean
  format: 'pretty' | 'line'
}

program
  .command('renumber')
  .description('give numeric labels of notes the numbers of their places, references with them')
  .argument('[book]', 'a folder with book.yaml, or one Markdown file', 'source')
  .option('--first <n>', 'number of the first note of a lone chapter', toNumber)
  .option('--sort', 'sort the texts of the notes into the order of their calls', false)
  .option('--dry-run', 'show the difference, write nothing', false)
  .option('--quiet', 'print findings only', false)
  .addOption(format(['pretty', 'line']))
  .addHelpText('after', '\nExample:\n  imprimatur renumber source --dry-run')
  .action(async (path: string, flags: RenumberFlags) => {
    const { runRenumber } = await import('./command/renumber.ts')
    process.exitCode = runRenumber(path, flags, outside, terminal)
  })

interface FixFlags {
  rule?: string[]
  dryRun: boolean
  info: boolean
  quiet: boolean
  format: 'pretty' | 'line'
}

program
  .command('fix')
  .description('apply the fixes that findings carry, and show the difference')
  .argument('[book...]', 'folders with book.yaml, or Markdown files', ['source'])
  .addOption(
    new Option('--rule <list>', 'only the fixes of these rules, comma-separated').argParser(
      (value: string) => value.split(',').map((each) => each.trim()),
    ),
  )
  .option('--dry-run', 'show the difference, write nothing', false)
  .option('--info', 'show advice as well', false)
  .option('--quiet', 'print findings only', false)
  .addOption(format(['pretty', 'line']))
  .addHelpText('after', '\nExample:\n  imprimatur fix source --rule unclosed-footnote --dry-run')
  .action(async (paths: string[], { rule, ...flags }: FixFlags) => {
    const { runFix } = await import('./command/fix.ts')
    const options = { ...flags, ...(rule === undefined ? {} : { rules: rule }) }
    process.exitCode = runFix(paths, options, outside, terminal)
  })

program
  .command('notes')
  .description('print the notes as data: number, label, place, text, addresses, dates')
  .argument('[book]', 'a folder with book.yaml, or one Markdown file', 'source')
  .addOption(
    new Option('--format <format>', 'how the notes are printed')
      .choices(['csv', 'json'])
      .default('csv'),
  )
  .option('--pages', 'lay the book out, and name the printed page of each note', false)
  .option('--first <n>', 'number of the first note', toNumber)
  .addHelpText('after', '\nExample:\n  imprimatur notes source --pages > notes.csv')
  .action(
    async (path: string, flags: { format: 'csv' | 'json'; pages: boolean; first?: number }) => {
      const { runNotes } = await import('./command/notes.ts')
      process.exitCode = await runNotes(path, flags, outside, terminal)
    },
  )

interface ReviewFlags {
  book: string
  apply: boolean
  accept: boolean
  reject: boolean
  author?: string[]
  date?: string
  since?: string
  id?: string[]
  quiet: boolean
  format: 'pretty' | 'line' | 'json'
}

const toList = (value: string): string[] => value.split(',').map((each) => each.trim())

function toDay(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value))
    throw new InvalidArgumentError('It must be a day, such as 2021-01-05.')
  return value
}

program
  .command('review')
  .description('list what was changed in Word files, and carry it into the Markdown')
  .argument('<file...>', 'Word files that came back')
  .option('--book <book>', 'the manuscript: a folder with book.yaml, or a Markdown file', 'source')
  .option('--apply', 'write the Markdown; without it the difference is shown', false)
  .addOption(
    new Option('--author <list>', 'only changes of these authors, comma-separated').argParser(
      toList,
    ),
  )
  .addOption(new Option('--date <day>', 'only changes of this day').argParser(toDay))
  .addOption(new Option('--since <day>', 'only changes from this day on').argParser(toDay))
  .addOption(
    new Option('--id <list>', 'only changes of these ids, comma-separated').argParser(toList),
  )
  .option('--accept', 'take in what is named, leave the rest (the default)', false)
  .option('--reject', 'leave what is named, take in the rest', false)
  .option('--quiet', 'print findings only', false)
  .addOption(
    new Option('--format <format>', 'how changes and findings are printed')
      .choices(['pretty', 'line', 'json'])
      .default('pretty'),
  )
  .addHelpText('after', '\nExample:\n  imprimatur review edited.docx --author "A. Editor" --apply')
  .action(async (files: string[], flags: ReviewFlags) => {
    if (flags.accept && flags.reject)
      program.error('imprimatur: --accept and --reject cannot be said together', { exitCode: 2 })
    const { runReview } = await import('./command/review.ts')
    const { author, date, since, id } = flags
    const choice = {
      ...(author === undefined ? {} : { authors: author }),
      ...(date === undefined ? {} : { date }),
      ...(since === undefined ? {} : { since }),
      ...(id === undefined ? {} : { ids: id }),
      ...(flags.reject ? { isRejection: true } : {}),
    }
    process.exitCode = runReview(files, { ...flags, choice }, outside, terminal)
  })

interface ImportFlags {
  output?: string
  force: boolean
  quiet: boolean
  format?: TextFormat
}

program
  .command('import')
  .description('turn text taken from typeset pages into a chapter, and report what was doubted')
  .argument('<file>', 'a UTF-8 text')
  .option('-o, --output <file>', 'the chapter to write (default: beside the text)')
  .option('--force', 'replace a chapter that is there', false)
  .option('--quiet', 'print errors and doubts only', false)
  .addOption(format(textFormats))
  .addHelpText('after', '\nExample:\n  imprimatur import pages.txt -o source/kazakhstan.md')
  .action(async (file: string, flags: ImportFlags) => {
    const { runImport } = await import('./command/import.ts')
    process.exitCode = runImport(file, withFormat(flags), terminal)
  })

interface RedlineFlags {
  book: string
  output?: string
  chapter?: string
  author?: string
  force: boolean
  format?: TextFormat
}

program
  .command('redline')
  .description('make a Word file in which two versions of a book differ by tracked changes')
  .argument('<old>', 'the old version: a folder, a Markdown file, or a commit, branch or tag')
  .argument('<new>', 'the new version')
  .option('--book <book>', 'where the book stands in a commit', 'source')
  .option('-o, --output <file>', 'the Word file (default: the name of the new one, and `-redline`)')
  .option('--chapter <id>', 'one chapter alone')
  .option('--author <name>', 'whose changes they are (default: of the commit)')
  .option('--force', 'replace a file that is there', false)
  .addOption(format(textFormats))
  .addHelpText('after', '\nExample:\n  imprimatur redline v1.0 HEAD --chapter kazakhstan')
  .action(async (old: string, now: string, flags: RedlineFlags) => {
    const { runRedline } = await import('./command/redline.ts')
    process.exitCode = await runRedline(old, now, withFormat(flags), outside, terminal)
  })

program
  .command('init')
  .description('make a new book that builds at once')
  .argument('<dir>', 'a folder that is not there yet, or empty')
  .addHelpText('after', '\nExample:\n  imprimatur init my-report && imprimatur build my-report')
  .action(async (folder: string) => {
    const { runInit } = await import('./command/init.ts')
    process.exitCode = runInit(folder, terminal)
  })

program
  .command('proof')
  .description('read published editions back and compare them with their manuscript')
  .argument('[dir]', 'folder of the editions', 'out')
  .option('--book <book>', 'the manuscript: a folder with book.yaml, or a Markdown file', 'source')
  .addOption(format(textFormats))
  .addHelpText('after', '\nExample:\n  imprimatur proof out --book source')
  .action(async (folder: string, flags: { book: string; format?: TextFormat }) => {
    const { runProof } = await import('./command/proof.ts')
    process.exitCode = await runProof(folder, withFormat(flags), outside, terminal)
  })

// An option that is given twice is a slip of which one half would be ignored without a word.
for (const command of program.commands)
  for (const option of command.options) {
    let seen = false
    command.on(`option:${option.name()}`, () => {
      if (seen) command.error(`imprimatur: option '${option.long}' is given twice`)
      seen = true
    })
  }

// A reader that went away (`| head`) or a disk that is full: what was to be said on stdout was not
// said, so the command does not end with 0. It still ends as it would, and leaves no half of a file.
let isLost = false
process.stdout.on('error', () => {
  isLost = true
})
process.stderr.on('error', () => {
  // Nobody is left to be told.
})
process.on('exit', (code) => {
  if (isLost && code === 0) process.exitCode = 2
})

// A date that was asked for and cannot be read must not become today's.
program.hook('preAction', () => {
  if (epoch === undefined || epoch === '' || /^\d{1,11}$/u.test(epoch)) return
  program.error(
    `imprimatur: SOURCE_DATE_EPOCH is "${epoch.slice(0, 40)}"; it must be a number of seconds since 1970, such as 1608000000`,
    { exitCode: 2 },
  )
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    terminal.err(
      toldOutsideFailure(error) ??
        `imprimatur: a fault of the program itself, not of your text\n\n${String(error instanceof Error ? error.stack : error)}\n`,
    )
    process.exitCode = 2
  }
}
