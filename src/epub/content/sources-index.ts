import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Host, Source } from '../../model/sources.ts'
import { ownId } from '../ids.ts'
import { brokenAddress } from './address.ts'
import { liveAddress } from './links.ts'
import { hrefTo, type State } from './state.ts'

/** Id of the heading of the index. */
export const indexId = ownId('index')

/**
 * The index of sources (DPUB-ARIA `doc-index`): hosts, and under each its addresses with the numbers
 * of the notes that give them. Entries are counted as print counts them, the heading as the first, so
 * that printed pages find their places.
 */
export function sourcesIndex(state: State, hosts: readonly Host[]): Element {
  let entries = 0
  return h('section', { className: ['index'], role: 'doc-index' }, [
    h('h1', { id: indexId }, [...breaksIn(state, entries), state.words.index]),
    h(
      'ul',
      hosts.map(({ name, addresses }) => {
        const host = [...breaksIn(state, ++entries), h('b', name)]
        const lines = addresses.map((source) => h('li', line(state, source, ++entries)))
        return h('li', [...host, h('ul', lines)])
      }),
    ),
  ])
}

/** The address without its host, then the notes. Print may begin a page inside the address or before a number. */
function line(state: State, { url, path, notes }: Source, entry: number): ElementContent[] {
  const breaks = state.pageBreaks.get(entry) ?? []
  const href = liveAddress(url)
  const inside: ElementContent[] = []
  let from = 0
  for (const { index, element } of breaks.filter((each) => each.index < path.length)) {
    inside.push(...brokenAddress(path, from, index), element)
    from = index
  }
  inside.push(...brokenAddress(path, from, path.length))
  const address = href === undefined ? h('span', inside) : h('a', { href }, inside)
  address.properties['className'] = ['address']
  const numbers = notes.flatMap(({ number, anchor }, at): ElementContent[] => {
    const before = breaks.filter(({ index }) => index === path.length + at)
    const place = state.find(anchor)
    const label = { ariaLabel: `${state.words.note} ${number}` }
    return [
      { type: 'text', value: at === 0 ? (path === '' ? '' : '\u2002') : ', ' },
      ...before.map(({ element }) => element),
      place === undefined
        ? h('span', number)
        : h('a', { href: hrefTo(state, place), ...label }, number),
    ]
  })
  return path === '' ? numbers : [address, ...numbers]
}

const breaksIn = (state: State, entry: number): Element[] =>
  (state.pageBreaks.get(entry) ?? []).map(({ element }) => element)
