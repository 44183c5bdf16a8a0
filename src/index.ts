import type { Warned } from './diagnostic/diagnostic.ts'
import { build as buildEditions } from './pipeline.ts'
import type { BuildRequest, Built, Progress } from './pipeline.ts'
import { readAndCheck } from './read-and-check.ts'
import type { Checked, CheckRequest, Outside } from './read-and-check.ts'

export type { Diagnostic, Position, Point, Related, Fix, Warned } from './diagnostic/diagnostic.ts'
export type { RuleId, Severity } from './diagnostic/rules.ts'
export type { Edition, EditionKind } from './edition.ts'
export type { BuildRequest, Built, Progress } from './pipeline.ts'
export type { Checked, CheckRequest, Outside } from './read-and-check.ts'
export { version } from './version.ts'

/** Reads, numbers and checks a book or a lone chapter. Without `today` the day of the machine is taken, in UTC. */
export const check = (
  request: CheckRequest,
  outside: Partial<Outside> = {},
): Warned<Checked | undefined> => readAndCheck(request, dated(outside))

/** Builds and publishes; `today` as for `check`. Nothing is published where anything found stops it. */
export const build = (
  request: BuildRequest,
  outside: Partial<Outside> = {},
  progress?: Progress,
): Promise<Warned<Built | undefined>> => buildEditions(request, dated(outside), progress)

const dated = ({ today, epochDate }: Partial<Outside>): Outside => ({
  today: today ?? new Date(Date.now()).toISOString().slice(0, 10),
  ...(epochDate === undefined ? {} : { epochDate }),
})
