/** Why a file is not read: thrown by the reader's parts, and made a finding by `readDocx` alone. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}
