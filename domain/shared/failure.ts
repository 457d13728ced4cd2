/** What can be expected to go wrong, as a value: shown to the person where it was caused, never thrown across the API. */
export const failureCodes = [
  'invalid', // the input is wrong: see `fields`
  'not-signed-in',
  'not-permitted',
  'not-found',
  'clash', // somebody else changed the record first: both versions are kept
  'held', // a rule holds the act back: `message` says which and what would release it
  'wrong-password',
  'wait', // too many tries: `message` says until when
  'store', // the store cannot take the write now (disk full, read-only, closed)
] as const
export type FailureCode = (typeof failureCodes)[number]

/** A message that belongs to one field. `field` is the path in the input, parts joined by dots. */
export interface FieldMessage {
  field: string
  message: string
}

export interface Failure {
  code: FailureCode
  /** Plain English: what is wrong and what to do about it. */
  message: string
  fields?: FieldMessage[]
}

export type Reply<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/**
 * Unwinds a service and its transaction when a rule refuses. The door (`serve`) turns it back into a
 * `Failure` value; nothing else may catch it. Everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'Refusal'
    this.failure = failure
  }
}

/** Refuses the act in hand. `fields` ties the message to what was typed. */
export function refuse(code: FailureCode, message: string, fields?: FieldMessage[]): never {
  throw new Refusal(fields ? { code, message, fields } : { code, message })
}

/** Refuses because one field is wrong. */
export function refuseField(field: string, message: string): never {
  refuse('invalid', message, [{ field, message }])
}

/** Ends a switch over a union; a new member without a case does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
