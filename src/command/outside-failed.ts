/** What a person can do where the machine refuses, by the code of the system (errno(3)). */
const helps: Readonly<Record<string, string>> = {
  EMFILE: 'too many files are open; raise the limit (`ulimit -n`) and start again',
  ENFILE: 'too many files are open on this machine; end other programs and start again',
  ENOMEM: 'there is no memory left; end other programs and start again',
  ENOSPC: 'the disk is full; free some space and start again',
  EAGAIN: 'no further process may be started; end other programs and start again',
  ERR_WORKER_OUT_OF_MEMORY: 'there is no memory left; end other programs and start again',
}

/** The outside world failing in one line, or nothing where the error is a fault of ours. */
export function toldOutsideFailure(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return undefined
  const help = helps[error.code]
  return help === undefined
    ? undefined
    : `imprimatur: the machine gave out (${error.code}): ${help}\n`
}
