import { randomBytes } from 'node:crypto'
import { type AnyTRPCRouter, callTRPCProcedure, TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { type Failure, Refusal, type Reply } from '#domain/shared/failure.ts'
import { fieldMessages } from '#domain/shared/field-messages.ts'
import type { Answer, Call } from '#domain/shared/wire.ts'
import { ownPassword, secondPerson } from './credentials.ts'
import type { House } from './house.ts'
import { describeError } from './log.ts'
import { payloadFailure } from './payload.ts'
import { createReadLog } from './read-log.ts'
import { CallFault, type Checks, type DoorContext } from './serve.ts'
import type { Session } from './session.ts'
import { problemOf } from './store/problem.ts'

const refusedAgainAfterMs = 60_000

export interface Door {
  /** Answers one call of one connection. It never throws: a bug is answered as a fault. */
  answer(connection: string, call: Call): Promise<Answer>
}

/** The one way in: every call of every window, test and command line goes through here. */
export function createDoor(house: House, appRouter: AnyTRPCRouter): Door {
  const checks = makeChecks(house)
  const procedures = appRouter._def.procedures as Record<string, { _def: { type: string } }>

  async function reply(connection: string, call: Call): Promise<Reply<unknown>> {
    const procedure = Object.hasOwn(procedures, call.path) ? procedures[call.path] : undefined
    if (procedure?._def.type !== call.type) throw new CallFault('no-such-procedure')
    const failure = payloadFailure(call.input)
    if (failure) return { ok: false, failure }
    const ctx: DoorContext = { house, checks, connection, call }
    return callTRPCProcedure({
      router: appRouter,
      path: call.path,
      ctx,
      type: procedure._def.type as 'query' | 'mutation',
      getRawInput: async () => call.input,
      signal: undefined,
      batchIndex: 0,
    })
  }

  return {
    async answer(connection, call) {
      try {
        return { reply: await reply(connection, call) }
      } catch (thrown) {
        const error = thrown instanceof TRPCError ? (thrown.cause ?? thrown) : thrown
        const failure = failureOf(house, error)
        return failure ? { reply: { ok: false, failure } } : fault(house, call.path, error)
      }
    },
  }
}

/** The failure behind what was thrown; undefined for a bug. */
function failureOf(house: House, error: unknown): Failure | undefined {
  if (error instanceof Refusal) return error.failure
  if (error instanceof ZodError)
    return { code: 'invalid', message: 'Check what was entered', fields: fieldMessages(error) }
  const problem = problemOf(error)
  if (!problem) return undefined
  house.trouble(problem)
  return { code: 'store', message: problem.fault.message }
}

/** A bug: logged by its kind and place alone, and answered with a reference to that line of the log. */
function fault(house: House, procedure: string, error: unknown): Answer {
  const code = error instanceof CallFault ? error.code : `bug-${randomBytes(4).toString('hex')}`
  house.log({ event: 'fault', code, procedure, ...describeError(error) })
  return { fault: code }
}

function makeChecks(house: House): Checks {
  const readLog = createReadLog(house)
  const lastRefused = new WeakMap<Session, Map<string, number>>()

  function isRepeat(session: Session, procedure: string): boolean {
    const known = lastRefused.get(session) ?? new Map<string, number>()
    lastRefused.set(session, known)
    const now = house.clock.monotonicMs()
    const last = known.get(procedure)
    known.set(procedure, now)
    return last !== undefined && now - last < refusedAgainAfterMs
  }

  function note(session: Session, action: string, entity: string, reason: string): void {
    house.writeAs(session.actor, session.unitId, { quiet: true })(() => ({
      value: null,
      audit: [{ action, entity, entityId: session.actor.userId, reason }],
    }))
  }

  return {
    ownPassword: (session, password) => ownPassword(house, session, password),
    secondPerson: (session, second, permission) => secondPerson(house, session, second, permission),
    wasRead: readLog.wasRead,
    refused(session, procedure, permission) {
      if (isRepeat(session, procedure)) return
      note(session, 'refused', procedure, permission)
    },
  }
}
