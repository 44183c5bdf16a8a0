/** Schemes that lead a reader to a source and nowhere else. */
const safeScheme = /^(?:https?|mailto|doi|tel):/iu

/** True for an address that may be live in an edition: a safe scheme, no name and password before the host. */
export const isSafeAddress = (url: string): boolean => safeScheme.test(url) && !hasCredentials(url)

/** True for `https://name:password@host/`, which would be published with its password. */
export const hasCredentials = (url: string): boolean =>
  url.includes('@') && /^(?!mailto:)\w+:\/*[^/?#]*@/iu.test(url)
