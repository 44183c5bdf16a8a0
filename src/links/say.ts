import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { AddressPlace } from './address.ts'
import type { Outcome } from './look-up.ts'

/** What is to be said of an address at one of its places; nothing where it is sound. `date` is the book's, by ISO. */
export function say(outcome: Outcome, place: AddressPlace, date: string): Diagnostic | undefined {
  const { file, position, written } = place
  const at = { file, position }
  switch (outcome.kind) {
    case 'sound':
      return undefined
    case 'moved':
      return diagnose('moved-link', {
        ...at,
        message: `\`${written}\` has moved for good`,
        help: `write \`${withFragment(outcome.to, written)}\`, after a look at what stands there`,
      })
    case 'dead':
      return diagnose('dead-link', {
        ...at,
        message: `\`${written}\` leads nowhere: ${whyDead(outcome.why, written)}`,
        help: `write where it stands now, or look for a copy at ${archived(written, date)}`,
      })
    case 'unknown':
      return diagnose('unreachable-link', {
        ...at,
        message: `\`${written}\` ${whyUnknown(outcome.why)}`,
        help: helpUnknown(outcome.why, archived(written, date)),
      })
  }
}

/** A redirect that says nothing of a fragment keeps it (RFC 9110, 10.2.2). */
function withFragment(to: string, written: string): string {
  const at = written.indexOf('#')
  return at < 0 || to.includes('#') ? to : to + written.slice(at)
}

/** Where the Internet Archive shows the copy nearest to a day. Said, never asked for. */
const archived = (written: string, date: string): string =>
  `https://web.archive.org/web/${date.replaceAll('-', '')}/${written}`

function whyDead(why: number | 'name', written: string): string {
  if (why === 'name') return `no server has the name \`${new URL(written).hostname}\``
  return why === 410
    ? 'its server says that it is gone for good (410)'
    : `its server finds nothing there (${why})`
}

type Why = Extract<Outcome, { kind: 'unknown' }>['why']

function whyUnknown(why: Why): string {
  switch (why) {
    case 'private':
      return 'was not looked up: it leads into a private network, or to no service of the web'
    case 'stopped':
      return 'was not looked up: the time for all addresses was over'
    case 'time':
      return 'gave no answer in time'
    case 'certificate':
      return 'could not be reached safely: its certificate or its encryption is not in order'
    case 'closed':
      return 'gave no answer: its server closed the connection'
    case 'refused':
      return 'gave no answer: its server takes no connection'
    case 'circle':
      return 'leads in a circle from one address to the next'
    case 'many':
      return 'leads on from one address to the next, too many times'
    case 'astray':
      return 'leads on to what is no address of the web'
    case 'name':
    case 'network':
      return 'could not be reached'
    default:
      return [401, 403, 407, 429, 451].includes(why)
        ? `turns a program away (${why})`
        : `was not given out: its server answers with ${why}`
  }
}

function helpUnknown(why: Why, copy: string): string {
  switch (why) {
    case 'private':
      return 'add --links-allow-private where that network is yours'
    case 'stopped':
      return 'run the command again: what was found is kept'
    default:
      return `open it in a browser; if nothing is there, look for a copy at ${copy}`
  }
}
