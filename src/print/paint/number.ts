/** A number as PDF has it, of four decimals: finer than any press. */
export const number = (value: number): string => String(Math.round(value * 10_000) / 10_000)
