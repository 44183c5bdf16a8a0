import type { Owner } from '../galley/galley.ts'
import type { Page, Placed } from './page.ts'

/**
 * Pages as text, a line per placed thing, in hundredths of a point and without glyphs: the form in
 * which layout is reviewed and tested. The adjustment ratio beside a line shows loose setting.
 */
export const dump = (pages: readonly Page[]): string => pages.map(dumpPage).join('\n')

function dumpPage(page: Page): string {
  const head = `page  ${page.side}  folio ${page.folio}  ${page.kind}  ${page.width} x ${page.height}`
  return [head, ...page.items.map(dumpItem), ''].join('\n')
}

function dumpItem(item: Placed): string {
  const at = `${item.x.toFixed(2).padStart(7)} ${item.y.toFixed(2).padStart(7)}`
  const turned = item.type !== 'anchor' && item.isTurned === true ? ' turned' : ''
  switch (item.type) {
    case 'line': {
      const { line, owner } = item
      const ratio =
        line.ratio === 0 ? '' : `  r ${line.ratio < 0 ? '' : '+'}${line.ratio.toFixed(2)}`
      const calls = line.calls.length === 0 ? '' : `  calls ${line.calls.join(' ')}`
      const hyphen = line.hyphenated ? '  hyphen' : ''
      return `  ${nameOf(owner).padEnd(7)} ${at}${turned}${ratio}  ${JSON.stringify(line.text)}${hyphen}${calls}`
    }
    case 'rule':
      return `  rule    ${at}${turned}  ${item.width.toFixed(2)} x ${item.weight.toFixed(2)}  ${item.owner.part}`
    case 'picture':
      return `  picture ${at}${turned}  ${item.width.toFixed(2)} x ${item.height.toFixed(2)}  ${JSON.stringify(item.alt)}`
    case 'anchor':
      return `  anchor  ${at}  ${item.name}`
  }
}

function nameOf({ part, note }: Owner): string {
  if (part === 'runningHead') return 'head'
  if (part === 'text') return note === undefined ? 'line' : 'note'
  return part
}
