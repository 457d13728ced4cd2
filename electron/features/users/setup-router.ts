import { z } from 'zod'
import { line, name, optionalText } from '#domain/shared/text.ts'
import { makingNow, stopMaking } from '../../platform/making.ts'
import { nothing, openAct, openQuery, router } from '../../platform/serve.ts'
import { maybe } from '../people/schemas.ts'
import { insertShipped, shippedRuleSets } from '../rule-sets/shipped.ts'
import { telephoneNumber } from '../stays/schemas.ts'
import { recover, settle } from './recovery.ts'
import { password, signInName, why } from './schemas.ts'
import { createDesk, createUnit } from './setup-service.ts'
import { readEverything, takeEverything } from './take-everything.ts'

const person = z.strictObject({
  name,
  signInName,
  password,
  registration: optionalText(line),
})

const recoveryCode = z.string().max(200)

/** An ODS code: letters and figures, 3 to 10 long (domain.md 6.6). */
const odsCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{3,10}$/, 'Enter the ODS code: 3 to 10 letters and figures, such as RW1')

const newUnit = z.strictObject({
  unit: z.strictObject({
    name,
    provider: name,
    odsCode: z
      .string()
      .nullish()
      .transform((typed) => (typed?.trim() ? typed : undefined))
      .pipe(odsCode.optional()),
    region: optionalText(line),
    address: optionalText(line),
    telephone: maybe(telephoneNumber),
  }),
  beds: z.array(name).min(1).max(60),
  administrator: person,
  wardManager: person,
})

const newDesk = z.strictObject({
  desk: z.strictObject({ name, organisation: name, region: optionalText(line) }),
  administrator: person,
  commissioner: person,
})

const path = z.string().trim().min(1, 'Enter where the file lies, with its whole path').max(1000)
const returning = z.strictObject({ signInName, password })
const everythingFile = z.strictObject({ path })
const takenFile = z.strictObject({
  path,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Look at the file first'),
  administrator: returning,
  wardManager: returning,
})

export const setupRouter = router({
  /** What there is on this computer: nothing yet, a unit that is closed or open, or a problem. */
  state: openQuery(nothing, (ctx) => ctx.house.state()),
  createUnit: openAct(newUnit, (ctx, input) => {
    const files = shippedRuleSets(ctx.house.ruleSetFolder)
    return createUnit(ctx.house, input, (tx) => insertShipped(tx, files))
  }),
  /** The app opened without a unit: a commissioner's desk. */
  createDesk: openAct(newDesk, (ctx, input) => {
    const files = shippedRuleSets(ctx.house.ruleSetFolder)
    return createDesk(ctx.house, input, (tx) => insertShipped(tx, files))
  }),
  /** A file of everything that a unit exported, checked from end to end; nothing is written. */
  readEverything: openAct(everythingFile, (ctx, input) => readEverything(ctx.house, input)),
  /** The records of a unit, taken in where there are none. */
  takeEverything: openAct(takenFile, (ctx, input) => takeEverything(ctx.house, input)),
  /** How far the check or the taking in is, and the stopping of it. */
  making: openQuery(nothing, ({ house }) => makingNow({ session: house })),
  stopMaking: openAct(nothing, ({ house }) => stopMaking({ session: house })),
  /** With the sealed recovery code: sets a new password for an administrator. Break-glass, audited. */
  recover: openAct(
    z.strictObject({
      recoveryCode,
      signInName,
      newPassword: password,
      reason: why,
    }),
    (ctx, input) => recover(ctx.house, input),
  ),
  /** The new recovery code is on paper: the one before opens nothing any more. */
  settleRecovery: openAct(z.strictObject({ recoveryCode }), (ctx, input) =>
    settle(ctx.house, input.recoveryCode),
  ),
})
