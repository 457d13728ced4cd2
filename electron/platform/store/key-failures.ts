import type { Failure } from '#domain/shared/failure.ts'

/** One answer for a wrong name and a wrong password. */
export const wrongPassword: Failure = {
  code: 'wrong-password',
  message: 'The sign-in name or the password is not right. Type both again',
}
export const wrongCode: Failure = {
  code: 'wrong-password',
  message: 'This is not the recovery code of this unit. Check that it is the newest one',
}
/** The check of the code does not hold: no try is counted. */
export const mistyped: Failure = {
  code: 'wrong-password',
  message:
    'This is not a whole recovery code: a letter is missing or was mistyped. Compare it with the paper',
}

/** Held back until an instant, after wrong tries. */
export const waiting = (until: string): Failure => ({
  code: 'wait',
  message: `Too many wrong tries. Try again after ${new Intl.DateTimeFormat('en-GB', {
    timeStyle: 'medium',
    timeZone: 'Europe/London',
  }).format(new Date(until))}`,
})
