/** A field's value that `docx` has written into the run of its separator, leaving the run after it empty. */
const MISPLACED =
  /(<w:fldChar w:fldCharType="separate"\/>)(<w:t(?: [^>]*)?>[^<]*<\/w:t>)<\/w:r><w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<\/w:r>/gs

/**
 * The values of fields in runs of their own: `docx` fills in page numbers and counts where pandoc does
 * not look for them, and the witness would read a caption without its number.
 */
export const mendFields = (xml: string): string =>
  xml.replace(
    MISPLACED,
    (_, separator: string, text: string, properties: string | undefined) =>
      `${separator}</w:r><w:r>${properties ?? ''}${text}</w:r>`,
  )
