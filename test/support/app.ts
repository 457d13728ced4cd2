import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Failure, Reply } from '#domain/shared/failure.ts'
import { testNhsNumber } from '#domain/shared/nhs-number.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Call, SecondPerson, WorkerEvent } from '#domain/shared/wire.ts'
import { type Role, roles } from '#domain/users/roles.ts'
import type { Profession } from '#domain/users/staff.ts'
import { createApp } from '../../electron/app.ts'
import type { AppCore } from '../../electron/platform/app-core.ts'
import type { LogEntry } from '../../electron/platform/log.ts'
import type { ProcedureMeta } from '../../electron/platform/serve.ts'
import { type SettableClock, settableClock } from '../../electron/platform/settable-clock.ts'
import type { ReadDb } from '../../electron/platform/unit-of-work.ts'
import { appRouter } from '../../electron/router.ts'
import { knownBy } from './known-by.ts'

/** Everybody's password. */
export const testPassword = 'correct horse battery'
export const testStart = '2026-11-23T09:00:00.000Z'
export const migrationsFolder = join(import.meta.dirname, '../../drizzle/migrations')

export interface CallOptions {
  operationId?: string
  /** Signed commands get the test password unless this says otherwise. */
  password?: string | undefined
  second?: SecondPerson
  /** The reason of the emergency path of the signer rule. */
  emergency?: string
}

/** One person at one window. */
export interface TestUser {
  connection: string
  signInName: string
  userId: string
  staffId: string
  role: Role
  call(path: string, input?: unknown, options?: CallOptions): Promise<Reply<unknown>>
  /** The value of a call that must succeed. */
  ok<T = { id: string }>(path: string, input?: unknown, options?: CallOptions): Promise<T>
  /** The failure of a call that must be refused. */
  fails(path: string, input?: unknown, options?: CallOptions): Promise<Failure>
  /** Signs in again, as after a lock. */
  signIn(): Promise<void>
}

export interface TestUnit {
  app: AppCore
  clock: SettableClock
  folder: string
  readonly db: ReadDb
  recoveryCode: string
  beds: { id: string; name: string }[]
  events: { event: WorkerEvent; connection?: string | undefined }[]
  logged: LogEntry[]
  as(role: Role): TestUser
  /** A window where nobody has signed in. */
  nobody(): Pick<TestUser, 'call' | 'ok' | 'fails' | 'connection'>
  second(role: Role): SecondPerson
  arrive(options?: ArriveOptions): Promise<Arrived>
  /** Puts somebody on shift from an hour ago for 12 hours. */
  onShift(role: Role, nurseInCharge?: boolean): Promise<void>
  close(): void
}

export interface ArriveOptions {
  bed?: number
  at?: Instant
  motherName?: string
  babyName?: string
  bornOn?: string
  bornAt?: Instant | null
  gestationDays?: number | null
}

export interface Arrived {
  stayId: string
  motherId: string
  babyId: string
  pairId: string
  bedId: string
}

const professionOf: Record<Role, Profession> = {
  'ward-manager': 'registered-nurse',
  consultant: 'consultant',
  nurse: 'registered-nurse',
  'nursery-nurse': 'nursery-nurse',
  'other-clinician': 'social-worker',
  'safeguarding-lead': 'safeguarding-professional',
  commissioner: 'commissioner',
  administrator: 'administration',
}

const registrationOf: Partial<Record<Profession, string>> = {
  'registered-nurse': '12A3456B',
  consultant: '1234567',
}

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: 'query' | 'mutation'; meta?: ProcedureMeta } }
>

/** Each procedure of the API with what it declares about itself. */
export const declared = Object.entries(procedures).map(([path, procedure]) => ({
  path,
  type: procedure._def.type,
  meta: procedure._def.meta as ProcedureMeta,
}))

/** An app over a new folder, where nothing has been set up. */
export function startBareApp(start: Instant = testStart, folder = newFolder()) {
  const clock = settableClock(start, { still: true })
  const events: TestUnit['events'] = []
  const logged: LogEntry[] = []
  const app = createApp({
    folder,
    clock,
    migrationsFolder,
    log: (entry) => logged.push(entry),
    emit: (event, connection) => events.push({ event, connection }),
  })
  const close = () => {
    app.shutdown()
    rmSync(folder, { recursive: true, force: true })
  }
  return { app, clock, folder, events, logged, close }
}

export const newFolder = () => mkdtempSync(join(tmpdir(), 'mbu-test-'))

/** Calls as they come from a window; a fault fails the test. */
export function caller(app: AppCore, connection: string) {
  const call: TestUser['call'] = async (path, input, options = {}) => {
    const procedure = procedures[path]
    if (!procedure) throw new Error(`There is no procedure ${path}`)
    const answer = await app.call(connection, callOf(path, procedure._def, input, options))
    if ('fault' in answer) throw new Error(`${path} answered a fault: ${answer.fault}`)
    return answer.reply
  }
  const ok: TestUser['ok'] = async (path, input, options) => {
    const reply = await call(path, input, options)
    if (!reply.ok) throw new Error(`${path} was refused: ${JSON.stringify(reply.failure)}`)
    return reply.value as never
  }
  const fails: TestUser['fails'] = async (path, input, options) => {
    const reply = await call(path, input, options)
    if (reply.ok) throw new Error(`${path} was not refused`)
    return reply.failure
  }
  return { connection, call, ok, fails }
}

function callOf(
  path: string,
  { type, meta }: { type: Call['type']; meta?: ProcedureMeta },
  input: unknown,
  options: CallOptions,
): Call {
  const signs = meta?.kind === 'signed' || meta?.kind === 'two-person'
  const password = 'password' in options ? options.password : signs ? testPassword : undefined
  return {
    path,
    type,
    input,
    ...(type === 'mutation' ? { operationId: options.operationId ?? randomUUID() } : {}),
    ...(password === undefined ? {} : { password }),
    ...(options.second ? { second: options.second } : {}),
    ...(options.emergency === undefined ? {} : { emergency: options.emergency }),
  }
}

/**
 * A unit with four beds and one account for each role (sign-in name = the role), on a real encrypted
 * database in a folder of its own. The clock stands still until it is set. Every unit of a worker that
 * starts at the same instant is a copy of one that the real set-up and the real migrations made: where two
 * units must differ, one is asked for as `another`.
 */
export async function startTestUnit(
  start: Instant = testStart,
  another?: 'another',
): Promise<TestUnit> {
  const setUp = another ? setUpUnit(start) : setUpOnce(start)
  const { folder: asSetUp, recoveryCode } = await setUp
  const folder = newFolder()
  cpSync(asSetUp, folder, { recursive: true })
  const bare = startBareApp(start, folder)
  const { app, clock } = bare
  const users = new Map<Role, TestUser>()
  for (const role of roles) users.set(role, await signIn(app, role))
  const as = (role: Role) => users.get(role) as TestUser
  const beds = await as('ward-manager').ok<TestUnit['beds']>('stays.beds')
  let arrivals = 0
  return {
    ...bare,
    as,
    recoveryCode,
    beds,
    get db() {
      return app.house.read()
    },
    nobody: () => caller(app, randomUUID()),
    second: (role) => ({ signInName: role, password: testPassword }),
    arrive(options = {}) {
      arrivals += 1
      return arrive(as('nurse'), beds, clock.now(), arrivals, options)
    },
    async onShift(role, nurseInCharge = false) {
      const from = Date.parse(clock.now()) - 3_600_000
      await as('ward-manager').ok('users.addDuty', {
        staffId: as(role).staffId,
        startsAt: new Date(from).toISOString(),
        endsAt: new Date(from + 12 * 3_600_000).toISOString(),
        nurseInCharge,
      })
    },
  }
}

interface SetUpUnit {
  /** What set-up wrote, of an app that has been closed again. */
  folder: string
  recoveryCode: string
}

const setUpUnits = new Map<Instant, Promise<SetUpUnit>>()

function setUpOnce(start: Instant): Promise<SetUpUnit> {
  const there = setUpUnits.get(start) ?? setUpUnit(start)
  setUpUnits.set(start, there)
  return there
}

async function setUpUnit(start: Instant): Promise<SetUpUnit> {
  const { app, folder } = startBareApp(start)
  const first = caller(app, randomUUID())
  const { recoveryCode } = await first.ok<{ recoveryCode: string }>('setup.createUnit', {
    unit: { name: 'Rowan Unit', provider: 'Invented NHS Trust', odsCode: 'ZZ1' },
    beds: ['Bed 1', 'Bed 2', 'Bed 3', 'Bed 4'],
    administrator: {
      name: 'A. Administrator',
      signInName: 'administrator',
      password: testPassword,
    },
    wardManager: {
      name: 'W. Manager',
      signInName: 'ward-manager',
      password: testPassword,
      registration: '12A3456B',
    },
  })
  const administrator = await signIn(app, 'administrator')
  for (const role of roles)
    if (role !== 'administrator' && role !== 'ward-manager') await openAccount(administrator, role)
  app.shutdown()
  return { folder, recoveryCode }
}

async function openAccount(administrator: TestUser, role: Role): Promise<void> {
  const profession = professionOf[role]
  const { id: staffId } = await administrator.ok('users.addStaff', {
    name: `${role} person`,
    profession,
    employment: 'substantive',
    registration: registrationOf[profession],
    startedOn: '2020-01-06',
  })
  await administrator.ok(
    'users.open',
    { staffId, signInName: role, role, newPassword: testPassword, identifiedBy: 'known' },
    { second: { signInName: 'ward-manager', password: testPassword } },
  )
}

async function signIn(app: AppCore, role: Role): Promise<TestUser> {
  const window = caller(app, randomUUID())
  const enter = () =>
    window.ok<{ userId: string; staffId: string }>(
      'session.signIn',
      { signInName: role },
      { password: testPassword },
    )
  const { userId, staffId } = await enter()
  return {
    ...window,
    userId,
    staffId,
    role,
    signInName: role,
    signIn: async () => void (await enter()),
  }
}

async function arrive(
  nurse: TestUser,
  beds: TestUnit['beds'],
  now: Instant,
  count: number,
  options: ArriveOptions,
): Promise<Arrived> {
  const bedId = beds[options.bed ?? count - 1]?.id ?? ''
  const person = { bornAt: null, gestationDays: null, expectedOn: null, nhsNumberAbsent: null }
  const made = await nurse.ok<{
    stayId: string
    motherId: string
    pairs: { pairId: string; babyId: string }[]
  }>('stays.arrive', {
    bedId,
    planned: true,
    basis: knownBy,
    withoutOfferBecause: 'She came with the crisis team before anybody could decide',
    arrivedAt: options.at ?? now,
    mother: {
      person: {
        ...person,
        kind: 'mother',
        givenName: options.motherName ?? `Mother ${count}`,
        familyName: 'Example',
        nhsNumber: testNhsNumber(count * 10),
        bornOn: '1994-05-03',
      },
    },
    babies: [
      {
        baby: {
          person: {
            ...person,
            kind: 'baby',
            givenName: options.babyName ?? `Baby ${count}`,
            familyName: 'Example',
            nhsNumber: testNhsNumber(count * 10 + 1),
            bornOn: options.bornOn ?? '2026-09-14',
            bornAt: options.bornAt ?? null,
            gestationDays: options.gestationDays ?? null,
          },
        },
        startedAt: null,
      },
    ],
  })
  const pair = made.pairs[0]
  if (!pair) throw new Error('No pair was made')
  return { stayId: made.stayId, motherId: made.motherId, ...pair, bedId }
}
