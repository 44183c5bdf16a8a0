// Addresses of varied form, none of them twice, on hosts that are set aside for examples.

const domains = ['example.org', 'example.com', 'example.net']
const endings = ['', '', '/', '.html', '.pdf', '.aspx', '?lang=en', '#top']

/** `Addresses` of one book. */
export function addressBook({ draw, word }) {
  let count = 0
  const slug = (least, most) => draw.times(least, most, () => word('noun')).join('-')
  const digits = (length) => draw.times(length, length, () => draw.between(0, 9)).join('')
  const hex = (length) =>
    draw.times(length, length, () => draw.between(0, 15).toString(16)).join('')
  const host = () =>
    `${draw.pick(['www.', 'data.', 'archive.', 'www.', ''])}${slug(1, 2)}.${draw.pick(domains)}`
  const forms = {
    plain: () => `${host()}/${slug(1, 2)}`,
    news: () => `${host()}/${draw.between(2001, 2019)}/0${draw.between(1, 9)}/${slug(3, 9)}`,
    query: () =>
      `${host()}/indicator/GB.XPD.${digits(4)}?locations=${slug(1, 1)}&view=${slug(1, 1)}&id=${digits(6)}`,
    deep: () => `${host()}/${draw.times(3, 8, () => slug(1, 2)).join('/')}/`,
    hash: () => `${host()}/documents/${hex(32)}.pdf`,
    underscore: () => `${host()}/wiki/${slug(2, 5).replaceAll('-', '_')}`,
    tilde: () => `${host()}/~${word('noun')}/index.php?p=${digits(5)}#${slug(1, 2)}`,
    percent: () =>
      `${host()}/search?q=%D0%B7%D0%B0%D0%BA%D0%BE%D0%BD+${digits(3)}&page=${digits(1)}`,
    dots: () => `${host()}/v${digits(1)}.${digits(2)}.${digits(3)}/${slug(2, 4)}.${hex(8)}.xml`,
    long: () => `${host()}/${slug(8, 16)}-${digits(9)}/${slug(6, 10)}`,
    run: () => `${host()}/d/${hex(24)}${word('noun')}${hex(28)}`,
  }
  const names = Object.keys(forms)
  /** Of that form, or of any. Its number keeps it from being another’s; the letter, from looking like a note’s. */
  return (form = draw.pick(names)) => {
    count++
    const scheme = draw.chance(0.9) ? 'https' : 'http'
    const text = `${scheme}://${forms[form]()}`
    const numbered = /[?#]/u.test(text)
      ? text.replace(/([?#])/u, `/i${count}$1`)
      : `${text.replace(/\/$/u, '')}/i${count}`
    return /[?#]|\.pdf/u.test(text) ? numbered : `${numbered}${draw.pick(endings)}`
  }
}
