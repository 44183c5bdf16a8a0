import type { NoteCount } from '../page.ts'
import { escapeXml, W_NAMESPACE, XML_DECLARATION } from './xml.ts'

/** What `settings` needs to know of the book. */
export interface DocumentSettings {
  readonly language: string
  readonly count: NoteCount
  /** True where every change that is made in the file shall be tracked. */
  readonly isTracked: boolean
}

/**
 * `word/settings.xml`: in place of `docx`'s, which has neither `w:mirrorMargins` nor `w:footnotePr`,
 * without which Word does not find the separators of the notes. Children in the order of `CT_Settings`
 * (ECMA-376 part 1, 17.15.1.78).
 */
export function documentSettings({ language, count, isTracked }: DocumentSettings): string {
  const restart = count.restart ? 'eachSect' : 'continuous'
  return (
    XML_DECLARATION +
    `<w:settings ${W_NAMESPACE}>` +
    '<w:zoom w:percent="100"/>' +
    '<w:mirrorMargins/>' +
    (isTracked ? '<w:trackRevisions/>' : '') +
    '<w:defaultTabStop w:val="720"/>' +
    '<w:autoHyphenation/>' +
    '<w:consecutiveHyphenLimit w:val="2"/>' +
    '<w:doNotHyphenateCaps/>' +
    '<w:evenAndOddHeaders/>' +
    '<w:footnotePr>' +
    `<w:numStart w:val="${String(count.start ?? 1)}"/><w:numRestart w:val="${restart}"/>` +
    '<w:footnote w:id="-1"/><w:footnote w:id="0"/>' +
    '</w:footnotePr>' +
    '<w:compat>' +
    compatibility('compatibilityMode', '15') +
    compatibility('overrideTableStyleFontSizeAndJustification', '1') +
    compatibility('enableOpenTypeFeatures', '1') +
    compatibility('differentiateMultirowTableHeaders', '1') +
    '</w:compat>' +
    `<w:themeFontLang w:val="${escapeXml(language)}"/>` +
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"' +
    ' w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4"' +
    ' w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"' +
    ' w:followedHyperlink="followedHyperlink"/>' +
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>' +
    '</w:settings>'
  )
}

const compatibility = (name: string, value: string): string =>
  `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`
