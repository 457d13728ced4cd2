import type { FieldMessage } from '../shared/failure.ts'

/** A bed that somebody is to come into; null where none is free. */
export interface ComingInto {
  bed: { closed: boolean; taken: boolean; promisedTo?: string | null } | null
  /** Why she comes in without an open bed, or into one that is promised to another mother. */
  because: string | undefined
}

/**
 * What stands against a bed at an arrival. A full unit turns nobody away at the door: she comes in without a bed, or into a
 * closed one, with the reason, and a bed is given afterwards (docs/decisions/0031-arrivals-without-an-offer.md). Two
 * families never share one; a bed that an offer promises to another mother is given by name and with the reason. Truth table: docs/states/admission.md, 9.
 */
export function bedFaults({ bed, because }: ComingInto): FieldMessage[] {
  if (bed?.taken)
    return [
      {
        field: 'bedId',
        message: 'Somebody is in this bed already. Choose another, or “No bed yet”',
      },
    ]
  if (bed !== null && !bed.closed && !bed.promisedTo) return []
  if (because !== undefined && because.trim() !== '') return []
  return [
    {
      field: 'bedBecause',
      message: whyAsked(bed),
    },
  ]
}

function whyAsked(bed: ComingInto['bed']): string {
  if (!bed) return 'Enter why she comes in without a bed'
  return bed.promisedTo
    ? `This bed is promised to ${bed.promisedTo}. Choose another, or enter why that promise is broken`
    : 'This bed is closed. Choose another, or enter why she comes into it'
}
