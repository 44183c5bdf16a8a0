/** Bytes to a block, unless one piece has more. */
const BLOCK = 1 << 20

/** Gathers what is written piece by piece, without keeping the pieces. */
export class Sink {
  private readonly full: Uint8Array[] = []
  private block = Buffer.allocUnsafe(BLOCK)
  private used = 0

  /** Adds a line of characters up to U+00FF, each as one byte; gives how many bytes. */
  line(text: string): number {
    this.reserve(text.length + 1)
    this.block.write(text, this.used, 'latin1')
    this.block[this.used + text.length] = 0x0a
    this.used += text.length + 1
    return text.length + 1
  }

  /** Adds bytes as they are, if there are any; gives how many. */
  take(bytes: Uint8Array | null): number {
    if (bytes === null) return 0
    this.reserve(bytes.length)
    this.block.set(bytes, this.used)
    this.used += bytes.length
    return bytes.length
  }

  bytes(): Uint8Array {
    const blocks = [...this.full, this.block.subarray(0, this.used)]
    const bytes = new Uint8Array(blocks.reduce((length, block) => length + block.length, 0))
    let at = 0
    for (const block of blocks) {
      bytes.set(block, at)
      at += block.length
    }
    return bytes
  }

  private reserve(length: number): void {
    if (this.used + length <= this.block.length) return
    this.full.push(this.block.subarray(0, this.used))
    this.block = Buffer.allocUnsafe(Math.max(BLOCK, length))
    this.used = 0
  }
}
