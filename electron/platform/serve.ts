import {
  initTRPC,
  TRPCError,
  type TRPCMutationProcedure,
  type TRPCQueryProcedure,
} from '@trpc/server'
import { z } from 'zod'
import { type Reply, refuse } from '#domain/shared/failure.ts'
import { fieldError } from '#domain/shared/field-messages.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Call } from '#domain/shared/wire.ts'
import { type Permission, permits } from '#domain/users/permissions.ts'
import { professionsFor } from '#domain/users/role-professions.ts'
import type { Actor } from '#domain/users/roles.ts'
import type { House } from './house.ts'
import { inputHash, isOperationId } from './input-hash.ts'
import { type Operation, operationAnswer } from './operation.ts'
import { type Session, sessionPermits } from './session.ts'
import type { NotBy, Signing, Signs } from './signer-check.ts'
import { type AuditNote, newId, type ReadDb, type Write } from './unit-of-work.ts'

z.config({ customError: fieldError })

/** The act that a person signed with their own password, at the door. */
export interface Signature {
  by: Actor
  at: Instant
}

/** What a read gets: the facts, who asks, and when. */
export interface ReadContext {
  db: ReadDb
  actor: Actor
  now: Instant
  unitId: string
  session: Session
  house: House
}

/** What an act gets besides: the one door for writes, bound to this person and this operation. */
export interface CommandContext extends ReadContext {
  write: Write
  newId(): string
}

/** Before anybody has signed in. The password is the one beside the input. */
export interface OpenContext {
  house: House
  connection: string
  password: string | undefined
  second: Call['second']
  now: Instant
}

export type ProcedureKind = 'open' | 'read' | 'act' | 'command' | 'signed' | 'two-person'

/** What every procedure declares about itself; the matrix test walks over it. */
export interface ProcedureMeta {
  kind: ProcedureKind
  /** The permission that it needs; none for an open one. */
  permission?: Permission
  /** The permission that the second person's role needs. */
  second?: Permission
  /** What the signature stands under; on every act that is signed. */
  signs?: Signs
  /** True where what it answers tells of identifiable people, and is logged. */
  identifies?: boolean
}

/** What the checks before a procedure need; the door gives it. */
export interface Checks {
  ownPassword(session: Session, password: string | undefined): Promise<Signature>
  secondPerson(session: Session, second: Call['second'], permission: Permission): Promise<Actor>
  refused(session: Session, procedure: string, permission: Permission): void
  wasRead(
    session: Session,
    procedure: string,
    people: readonly string[],
    more?: { found?: number | undefined; breakGlass?: boolean },
  ): void
}

/** The call in hand, from the door to the procedure. */
export interface DoorContext {
  house: House
  checks: Checks
  connection: string
  call: Call
}

interface Admitted extends DoorContext {
  session: Session | undefined
  signature: Signature | undefined
  second: Actor | undefined
  /** What is counted with the act because of who signs it. */
  counted: readonly AuditNote[]
}

/** A mistake of the program that called, not of the person: answered as a fault with this code. */
export class CallFault extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.name = 'CallFault'
    this.code = code
  }
}

const t = initTRPC
  .context<DoorContext>()
  .meta<ProcedureMeta>()
  .create({ isServer: true, isDev: false, allowOutsideOfServer: true })

export const router = t.router

/** Session, permission, own password, second person: in this order, before anything reads the input. */
const atTheDoor = t.middleware(async ({ ctx, meta, path, next }) => {
  if (!meta) throw new CallFault('no-meta')
  return next({ ctx: await admit(ctx, meta, path) })
})

async function admit(ctx: DoorContext, meta: ProcedureMeta, path: string): Promise<Admitted> {
  if (meta.kind === 'open')
    return { ...ctx, session: undefined, signature: undefined, second: undefined, counted: [] }
  const session = sessionOf(ctx)
  const permission = meta.permission
  if (permission === undefined || !sessionPermits(session, permission)) {
    if (permission !== undefined) ctx.checks.refused(session, path, permission)
    refuse('not-permitted', notAllowed(session, permission))
  }
  if (meta.kind !== 'read' && meta.permission !== 'own:session')
    ctx.house.sessions.touch(ctx.connection)
  const signs = meta.kind === 'signed' || meta.kind === 'two-person'
  const signature = signs ? await ctx.checks.ownPassword(session, ctx.call.password) : undefined
  const needsSecond = meta.kind === 'two-person' || (signs && ctx.call.second !== undefined)
  if (needsSecond && meta.second === undefined)
    refuse('not-permitted', 'This is signed by one person. Take the second person out')
  const second =
    needsSecond && meta.second !== undefined
      ? await ctx.checks.secondPerson(session, ctx.call.second, meta.second)
      : undefined
  // Checking a password takes time: whoever was locked out meanwhile does not get in.
  if (signs && sessionOf(ctx).actor.userId !== session.actor.userId) notSignedIn()
  const signers = signs ? [session.actor, ...(second ? [second] : [])] : []
  const counted = signers.flatMap((signer) => {
    // The second person signs what the first does here, so the first is its author.
    const more = signer === second ? { isSecond: true, writers: [session.actor.staffId] } : {}
    const note = ctx.house.signerCheck({ ...signingOf(ctx, meta, path, signer), ...more })
    return note ? [note] : []
  })
  return { ...ctx, session, signature, second, counted }
}

const signingOf = (
  { house, call }: DoorContext,
  { permission, signs }: ProcedureMeta,
  procedure: string,
  signer: Actor,
): Signing => ({
  db: house.read(),
  signer,
  isSecond: false,
  signs: must(signs),
  permission: must(permission),
  procedure,
  now: house.clock.now(),
  emergency: call.emergency,
})

function notAllowed({ actor, wall }: Session, permission: Permission | undefined): string {
  const professions = permission && professionsFor(permission)
  return professions && !wall && permits(actor.role, permission)
    ? `Your role allows this only with one of these professions in the staff register: ${professions}`
    : 'Your role does not allow this. Ask the ward manager'
}

function sessionOf(ctx: DoorContext): Session {
  return ctx.house.sessions.current(ctx.connection) ?? notSignedIn()
}

function notSignedIn(): never {
  return refuse('not-signed-in', 'You are signed out. Sign in to go on: what you typed is kept')
}

const base = t.procedure

type Answered<T> = Reply<Awaited<T>>
type Read<S extends z.ZodType, T> = TRPCQueryProcedure<{
  input: z.input<S>
  output: Answered<T>
  meta: ProcedureMeta
}>
type Act<S extends z.ZodType, T> = TRPCMutationProcedure<{
  input: z.input<S>
  output: Answered<T>
  meta: ProcedureMeta
}>

/** tRPC infers nothing from a schema that is a type parameter, so what went in is said again here. */
type Resolver = (options: { ctx: Admitted; input: unknown; path: string }) => Promise<unknown>
const asRead = (meta: ProcedureMeta, schema: z.ZodType, resolve: Resolver) =>
  base
    .meta(meta)
    .use(atTheDoor)
    .input(schema)
    .query(resolve as never) as unknown
const asAct = (meta: ProcedureMeta, schema: z.ZodType, resolve: Resolver) =>
  base
    .meta(meta)
    .use(atTheDoor)
    .input(schema)
    .mutation(resolve as never) as unknown

const done = <T>(value: T): Reply<T> => ({ ok: true, value })

function readContext(ctx: Admitted): ReadContext {
  const session = ctx.session ?? notSignedIn()
  return {
    db: ctx.house.read(),
    actor: session.actor,
    now: ctx.house.clock.now(),
    unitId: session.unitId,
    session,
    house: ctx.house,
  }
}

function openContext(ctx: Admitted): OpenContext {
  return {
    house: ctx.house,
    connection: ctx.connection,
    password: ctx.call.password,
    second: ctx.call.second,
    now: ctx.house.clock.now(),
  }
}

export interface ReadOptions<Value, Input> {
  /** Record ids of the people whom the answer tells of; their reading is logged. */
  identifies?: (value: Value, input: Input) => readonly string[]
  /** How many records a search found; with it a search is logged that found nobody, too. */
  counts?: (value: Value) => number
  /** True where what is answered is answered because of an emergency alone: the reading is marked so. */
  emergency?: (value: Value) => boolean
}

/** A read. It changes nothing; where it tells of people it is logged from `identifies`. */
export function query<S extends z.ZodType, T>(
  permission: Permission,
  schema: S,
  work: (ctx: ReadContext, input: z.output<S>) => T,
  options: ReadOptions<Awaited<T>, z.output<S>> = {},
): Read<S, T> {
  const { identifies, counts, emergency } = options
  const meta: ProcedureMeta = { kind: 'read', permission, identifies: identifies !== undefined }
  return asRead(meta, schema, async ({ ctx, input, path }) => {
    const given = input as z.output<S>
    const context = readContext(ctx)
    const value = await work(context, given)
    if (identifies)
      ctx.checks.wasRead(context.session, path, identifies(value, given), {
        found: counts?.(value),
        breakGlass: emergency?.(value) ?? false,
      })
    return done(value)
  }) as Read<S, T>
}

/**
 * An act that is no record: it writes nothing to the audit by itself and may be repeated freely, such as
 * keeping a draft or locking the screen.
 */
export function act<S extends z.ZodType, T>(
  permission: Permission,
  schema: S,
  work: (ctx: ReadContext, input: z.output<S>) => T,
): Act<S, T> {
  return asAct({ kind: 'act', permission }, schema, async ({ ctx, input }) =>
    done(await work(readContext(ctx), input as z.output<S>)),
  ) as Act<S, T>
}

/**
 * An act that writes a record, by one `ctx.write`, whose value it answers: a repeat of the same operation
 * id is answered with that value, and writes nothing.
 */
export function command<S extends z.ZodType, T>(
  permission: Permission,
  schema: S,
  work: (ctx: CommandContext, input: z.output<S>) => T,
): Act<S, T> {
  return recorded({ kind: 'command', permission }, schema, work)
}

export type SignedContext = CommandContext & {
  signature: Signature
  second: Actor | undefined
  /** Refuses where the signer is one of those who wrote what is signed. */
  notBy: NotBy
}

/**
 * An act signed with the person's own password. With `second`, a second person may sign too, where the
 * service asks for it in some cases only. An act that signs the work of others writes nothing before its
 * service has named the authors (`ctx.notBy`).
 */
export function signedCommand<S extends z.ZodType, T>(
  permission: Permission,
  schema: S,
  work: (ctx: SignedContext, input: z.output<S>) => T,
  options: { signs: Signs; second?: Permission },
): Act<S, T> {
  const meta: ProcedureMeta = { kind: 'signed', permission, ...options }
  return recorded(meta, schema, (ctx, input, admitted, path) =>
    work(signedContext(ctx, admitted, meta, path), input),
  )
}

export type TwoPersonContext = SignedContext & { second: Actor }

/** An act that two different people sign, each with their own password. */
export function twoPersonCommand<S extends z.ZodType, T>(
  permission: Permission,
  schema: S,
  work: (ctx: TwoPersonContext, input: z.output<S>) => T,
  options: { signs: Signs; second: Permission },
): Act<S, T> {
  const meta: ProcedureMeta = { kind: 'two-person', permission, ...options }
  return recorded(meta, schema, (ctx, input, admitted, path) => {
    const signed = signedContext(ctx, admitted, meta, path)
    return work({ ...signed, second: must(signed.second) }, input)
  })
}

function signedContext(
  ctx: CommandContext,
  admitted: Admitted,
  meta: ProcedureMeta,
  path: string,
): SignedContext {
  let isAsked = meta.signs !== 'others'
  return {
    ...ctx,
    signature: must(admitted.signature),
    second: admitted.second,
    notBy(writers, told) {
      isAsked = true
      ctx.house.signerCheck({ ...signingOf(admitted, meta, path, ctx.actor), writers, told })
    },
    write(work) {
      if (!isAsked) throw new CallFault('author-not-asked')
      return ctx.write(work)
    },
  }
}

function recorded<S extends z.ZodType, T>(
  meta: ProcedureMeta,
  schema: S,
  work: (ctx: CommandContext, input: z.output<S>, admitted: Admitted, path: string) => T,
): Act<S, T> {
  return asAct(meta, schema, async ({ ctx, input, path }) => {
    const context = readContext(ctx)
    const operation = operationOf(ctx.call, path)
    // Asked before the service runs: the facts have changed since, and its rules would refuse the repeat.
    const repeat = operationAnswer(ctx.house.store(), operation, context.actor)
    if (repeat) return done(repeat.value)
    const write = alsoNoting(
      ctx.house.writeAs(context.actor, context.unitId, { operation }),
      ctx.counted,
    )
    const value = await work(
      { ...context, write, newId: () => newId(context.now) },
      input as z.output<S>,
      ctx,
      path,
    )
    return done(value)
  }) as Act<S, T>
}

/** A write that leaves these entries of the audit too, in the same transaction. */
function alsoNoting(write: Write, counted: readonly AuditNote[]): Write {
  if (counted.length === 0) return write
  return (work) =>
    write((tx) => {
      const { value, audit } = work(tx)
      return { value, audit: [...audit, ...counted] }
    })
}

function operationOf(call: Call, procedure: string): Operation {
  if (!isOperationId(call.operationId)) throw new CallFault('operation-id')
  return { operationId: call.operationId, procedure, inputHash: inputHash(call.input) }
}

/** A read before sign-in: set-up, sign-in, lock screen and state of the store, and nothing about a person. */
export function openQuery<S extends z.ZodType, T>(
  schema: S,
  work: (ctx: OpenContext, input: z.output<S>) => T,
): Read<S, T> {
  return asRead({ kind: 'open' }, schema, async ({ ctx, input }) =>
    done(await work(openContext(ctx), input as z.output<S>)),
  ) as Read<S, T>
}

/** An act before sign-in; it guards itself. */
export function openAct<S extends z.ZodType, T>(
  schema: S,
  work: (ctx: OpenContext, input: z.output<S>) => T,
): Act<S, T> {
  return asAct({ kind: 'open' }, schema, async ({ ctx, input }) =>
    done(await work(openContext(ctx), input as z.output<S>)),
  ) as Act<S, T>
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new CallFault('not-signed')
  return value
}

/** For procedures that take nothing. */
export const nothing = z.undefined()

export { TRPCError }
