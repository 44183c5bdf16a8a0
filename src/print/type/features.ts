/** How the letters of a run are drawn, beside face and size. */
export interface Features {
  readonly figures: 'oldstyle' | 'lining' | 'tabular'
  /** `small`: lower case as small capitals. `allSmall`: capitals too. `upper`: capitals, which the text says too. */
  readonly caps: 'none' | 'small' | 'allSmall' | 'upper'
  /** A footnote mark: superior figures, as drawn in the face, else scaled and raised. */
  readonly superior: boolean
  /** Thousandths of an em after each letter. */
  readonly tracking: number
}

export const plainFeatures: Features = {
  figures: 'oldstyle',
  caps: 'none',
  superior: false,
  tracking: 0,
}

/**
 * OpenType feature tags to set, beyond what HarfBuzz sets by itself (`kern`, `liga`, `ccmp`, `locl`):
 * `+` or `-` and the tag (OpenType 1.9, registered features). Tracked letters take no ligatures,
 * which would stand closer than the rest.
 */
export function featureTags(features: Features): readonly string[] {
  const tags: string[] = []
  if (features.superior) tags.push('+sups')
  else if (features.figures === 'oldstyle') tags.push('+onum', '+pnum')
  else if (features.figures === 'lining') tags.push('+lnum', '+pnum')
  else tags.push('+lnum', '+tnum')
  if (features.caps === 'small' || features.caps === 'allSmall') tags.push('+smcp')
  if (features.caps === 'allSmall') tags.push('+c2sc')
  if (features.caps === 'upper') tags.push('+case')
  if (features.tracking !== 0) tags.push('-liga')
  return tags
}

/** One string for equal features: the key of a cache. */
export const featureKey = (features: Features): string =>
  `${featureTags(features).join(' ')} ${features.caps} ${features.tracking}`
