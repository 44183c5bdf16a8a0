/** Of a container, all counted while it is read, since what a zip says of itself may be false. */
export const limits = {
  /** Of the file as it lies on the disk. */
  bytes: 100 * 1024 * 1024,
  entries: 5000,
  /** Of all parts, inflated. */
  inflated: 200 * 1024 * 1024,
  /** Inflated to stored; beyond it a part of more than `ratioFrom` bytes is a bomb. */
  ratio: 100,
  ratioFrom: 1024 * 1024,
} as const
