/**
 * Parameters that follow a reader and do not choose a page: Google Analytics' campaign parameters
 * (`utm_…`), the click identifiers of advertisers, and those of newsletters. From the services'
 * documentation and the lists that Firefox and Brave strip. Names that mean other things on other
 * sites (`ref`, `source`, `id`, `s`) are not among them.
 */
const names: ReadonlySet<string> = new Set([
  ...['fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'msclkid', 'yclid', 'ysclid'],
  ...['twclid', 'ttclid', 'igshid', 'igsh', 'li_fat_id', 'epik', 'srsltid', '_openstat'],
  ...['mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', '__hstc', '__hssc', '__hsfp'],
  ...['hsctatracking', 'vero_id', 'vero_conv', 'oly_anon_id', 'oly_enc_id', 'ml_subscriber'],
  ...['ml_subscriber_hash', 'rb_clickid', 'wickedid', '_ga', '_gl', 'ref_src', 'ref_url'],
  ...['guce_referrer', 'guce_referrer_sig', 'guccounter', '__twitter_impression', 'mibextid'],
  ...['at_medium', 'at_campaign', 'at_custom1', 'at_custom2', 'at_custom3', 'at_custom4'],
  ...['cmpid', 'ncid', 'sfnsn', 's_cid', '__s', 'ss_email_id', 'bsft_clkid', 'bsft_eid'],
])

/** Whether a parameter of a query only follows the reader. */
export const isTracking = (name: string): boolean => {
  const plain = name.toLowerCase()
  return /^(?:utm|mtm|pk|hsa)_\w/u.test(plain) || names.has(plain)
}
