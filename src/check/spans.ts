/** Stretches of a text, offsets with `end` exclusive, that can be asked for a place without looking at each. */
export class Spans {
  /** By start. Those that overlap are kept as one. */
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  constructor(spans: readonly { readonly start: number; readonly end: number }[] = []) {
    for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) this.add(start, end)
  }

  /** Whether some stretch shares a character with this one. */
  overlaps(start: number, end: number): boolean {
    const last = this.firstFrom(end) - 1
    return last >= 0 && (this.ends[last] ?? 0) > start
  }

  /** Whether one stretch holds all of this one. */
  covers(start: number, end: number): boolean {
    const last = this.firstFrom(start + 1) - 1
    return last >= 0 && (this.ends[last] ?? 0) >= end
  }

  holds(offset: number): boolean {
    return this.overlaps(offset, offset + 1)
  }

  add(start: number, end: number): void {
    const at = this.firstFrom(start)
    const before = this.ends[at - 1] ?? -1
    // Stretches are added in the order of the text, nearly always; one in another is nothing new.
    if (before > start) this.ends[at - 1] = Math.max(before, end)
    else {
      this.starts.splice(at, 0, start)
      this.ends.splice(at, 0, end)
    }
  }

  /** Index of the first that begins at or after an offset. */
  private firstFrom(offset: number): number {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
