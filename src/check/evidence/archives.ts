/** Archives whose addresses hold the one that they keep, and those that only stand for it. */
export const archive =
  /^https?:\/\/(?:web\.archive\.org|archive\.(?:org|is|ph|today|li|md)|www\.webcitation\.org|perma\.cc|webarchive\.[\w.-]+|arquivo\.pt)\//i
