import { z } from 'zod'
import { Refusal, refuse } from '#domain/shared/failure.ts'
import { type Permission, permissions } from '#domain/users/permissions.ts'
import type { Role } from '#domain/users/roles.ts'
import { type Account, accountFault } from '../../platform/accounts.ts'
import { openSlot } from '../../platform/credentials.ts'
import type { House } from '../../platform/house.ts'
import { act, nothing, openAct, openQuery, query, router } from '../../platform/serve.ts'
import { type Session, sessionPermits } from '../../platform/session.ts'
import { wipeDataKey } from '../../platform/store/data-key.ts'
import { signInName } from './schemas.ts'
import { isNurseInCharge } from './shift.ts'
import { isDesk, unitName } from './unit-name.ts'

/** Who is signed in, and what they may do: what the screen shows and hides by, while the door decides. */
export interface Me {
  userId: string
  staffId: string
  name: string
  role: Role
  permissions: Permission[]
  unitName: string
  /** Whether this store is a unit's record or a commissioner's desk. */
  place: 'unit' | 'desk'
  idleMinutes: number
  nurseInCharge: boolean
  wall: boolean
  signedInAt: string
}

function me(house: House, session: Session): Me {
  const db = house.read()
  const { userId, staffId, name, role } = session.actor
  return {
    userId,
    staffId,
    name,
    role,
    permissions: permissions.filter((permission) => sessionPermits(session, permission)),
    unitName: unitName(db),
    place: isDesk(db) ? 'desk' : 'unit',
    idleMinutes: house.accounts.idleMinutes(db),
    nurseInCharge: isNurseInCharge(db, staffId, house.clock.now()),
    wall: session.wall,
    signedInAt: session.signedInAt,
  }
}

async function signIn(house: House, connection: string, name: string, password?: string) {
  if (house.state().state === 'none')
    refuse('held', 'No unit has been set up on this computer. Set one up first')
  house.assertSound()
  const opened = await openSlot(house, name, password, 'password').catch((error: unknown) => {
    noteWrongPassword(house, name, error)
    throw error
  })
  const openedNow = !house.isOpen()
  try {
    if (openedNow) house.open(opened.key)
  } finally {
    wipeDataKey(opened.key)
  }
  const account = house.accounts.bySlot(house.read(), opened.slotId)
  const fault = accountFault(account, house.clock.now())
  if (fault !== null || !account) {
    if (openedNow && house.sessions.count() === 0) house.close()
    refuse('not-permitted', fault ?? 'This account is not in the unit')
  }
  const session = house.sessions.start(connection, account)
  note(house, account, 'sign-in')
  return me(house, session)
}

/** A wrong password for an account that exists is kept in the audit; what was typed is not. */
function noteWrongPassword(house: House, name: string, error: unknown): void {
  if (!house.isOpen() || !(error instanceof Refusal)) return
  const account = house.accounts.bySignInName(house.read(), name)
  if (account) note(house, account, 'sign-in-refused', error.failure.code)
}

function note(house: House, account: Account, action: string, reason = ''): void {
  const { userId, staffId, role, name, unitId } = account
  house.writeAs({ userId, staffId, role, name }, unitId, { quiet: true })(() => ({
    value: null,
    audit: [{ action, entity: 'account', entityId: userId, reason }],
  }))
}

export const sessionRouter = router({
  signIn: openAct(z.strictObject({ signInName }), (ctx, input) =>
    signIn(ctx.house, ctx.connection, input.signInName, ctx.password),
  ),
  me: query('own:session', nothing, (ctx) => me(ctx.house, ctx.session)),
  /** Something was done in the window: put off the idle lock. */
  active: act('own:session', nothing, (ctx) => {
    ctx.house.sessions.touch(ctx.session.connection)
    return null
  }),
  signOut: act('own:session', nothing, (ctx) => {
    note(ctx.house, ctx.session.account, 'sign-out')
    ctx.house.sessions.end(ctx.session.connection, 'signed-out')
    return null
  }),
  lock: act('own:session', nothing, (ctx) => {
    ctx.house.sessions.end(ctx.session.connection, 'locked')
    return null
  }),
  /** Shows the board on the wall: this session outlives its idle lock and may do nothing else (decision 5). */
  startWall: act('board:wall', nothing, (ctx) => {
    note(ctx.house, ctx.session.account, 'wall')
    const session = ctx.house.sessions.showWall(ctx.session.connection)
    return session ? me(ctx.house, session) : null
  }),
  /** Ends every session, closes the store and wipes the key. */
  closeUnit: act('store:close', nothing, (ctx) => {
    note(ctx.house, ctx.session.account, 'close-unit')
    ctx.house.close('closed')
    return null
  }),
  /** What the lock screen shows, by bed alone; empty while the unit is closed. */
  lockScreen: openQuery(nothing, (ctx) => ({
    open: ctx.house.isOpen(),
    now: ctx.now,
    items: ctx.house.lockScreen(),
  })),
})
