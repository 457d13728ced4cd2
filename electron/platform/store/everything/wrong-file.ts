import { refuseField } from '#domain/shared/failure.ts'

/** Refuses a file that is not, or not any more, what a unit's export wrote. */
export const wrongFile = (what: string, line?: number): never =>
  refuseField(
    'path',
    `This file cannot be taken in. ${what}${line === undefined ? '' : ` (line ${line})`}. Nothing was changed. Take the export again on the unit’s computer`,
  )
