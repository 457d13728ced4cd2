import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { permits } from '#domain/users/permissions.ts'
import { type Role, roles } from '#domain/users/roles.ts'
import type { CountedSignature } from '../../../../electron/features/training/register.ts'
import { page } from '../../../domain/training/builders.ts'
import { type Arrived, declared, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { tableUnder } from '../../../support/markdown-table.ts'
import { aCertificateOf, declare, level3Course } from '../../../support/training.ts'
import { signOffStories } from './sign-off-stories.ts'

/**
 * Every act that is signed with a password, read from the code, against the real services: by a role that may
 * not, by somebody whose training lapsed yesterday, by an author, and by somebody for whom all is fine.
 */

const signed = declared.filter(({ meta }) => meta.kind === 'signed' || meta.kind === 'two-person')
const ofRecords = signed.filter(({ meta }) => meta.signs !== 'door')
const ofOthers = signed.filter(({ meta }) => meta.signs === 'others').map(({ path }) => path)
const staffRoles = roles.filter((role) => role !== 'commissioner')

const reason = 'As it stands on paper'

let unit: TestUnit
let courseId: string
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  await sinceLongAgo()
  const lead = unit.as('safeguarding-lead')
  // The level that is asked of a safeguarding lead, and so of everybody else.
  ;({ id: courseId } = await lead.ok('training.addCourse', { ...level3Course, level: '4' }))
  for (const role of staffRoles)
    await lead.ok('training.recordCertificate', aCertificateOf(unit.as(role).staffId, courseId))
  await declare(unit, true)
  family = await unit.arrive()
})
beforeEach(async () => {
  unit.clock.pass(1)
  for (const role of roles) await unit.as(role).signIn()
})
afterAll(() => unit.close())

/** Who set the unit up is new here, and nothing is due from them yet. */
async function sinceLongAgo(): Promise<void> {
  for (const role of ['ward-manager', 'administrator'] as const) {
    const { staffId } = unit.as(role)
    const all = await unit.as('administrator').ok<Staff[]>('users.staff')
    const { recordId: id, version, ...staff } = all.find((one) => one.recordId === staffId) as Staff
    const asked = {
      name: staff.name,
      profession: staff.profession,
      employment: staff.employment,
      registration: staff.registration,
      startedOn: '2020-01-06',
    }
    await unit.as('administrator').ok('users.changeStaff', { id, version, reason, staff: asked })
  }
}

interface Staff {
  recordId: string
  version: number
  name: string
  profession: string
  employment: string
  registration: string | null
}
interface Held {
  id: string
  version: number
}

/** The certificate of this person ends yesterday, or next year. */
async function expires(role: Role, expiresOn: string): Promise<void> {
  const { staffId } = unit.as(role)
  const lead = unit.as('safeguarding-lead')
  const { certificates } = await unit
    .as('ward-manager')
    .ok<{ certificates: Held[] }>('training.person', { staffId })
  const [held] = certificates
  await lead.ok('training.correctCertificate', {
    id: held?.id,
    version: held?.version,
    reason,
    certificate: aCertificateOf(staffId, courseId, { expiresOn }),
  })
}

const counted = () =>
  unit.as('ward-manager').ok<CountedSignature[]>('training.countedSignatures', {
    first: '2026-11-23',
    last: '2026-11-30',
  })

const maySign = (role: Role, path: string) => {
  const meta = ofRecords.find((one) => one.path === path)?.meta
  return meta?.permission !== undefined && permits(role, meta.permission)
}
const secondFor = (path: string, signer: Role) => {
  const { kind, second } = ofRecords.find((one) => one.path === path)?.meta ?? {}
  if (kind !== 'two-person' || second === undefined) return {}
  const role = staffRoles.find((one) => one !== signer && permits(one, second)) as Role
  return { second: unit.second(role) }
}

describe('what each signature stands under', () => {
  test('is as docs/states/training.md lists it, for every act that is signed', () => {
    const table = tableUnder(page, '10. Every act that is signed')
    expect(
      Object.fromEntries(table.map((row) => [row.act?.replaceAll('`', ''), row.signs])),
    ).toEqual(Object.fromEntries(signed.map(({ path, meta }) => [path, meta.signs])))
  })

  test('where it is the work of others, there is a way to it here', () => {
    expect(Object.keys(signOffStories).sort()).toEqual(ofOthers.sort())
  })
})

describe.each(ofRecords.map(({ path }) => path))('%s', (path) => {
  test('is refused to a role that may not, before the password is looked at', async () => {
    for (const role of roles.filter((one) => !maySign(one, path)))
      expect(
        await unit.as(role).fails(path, {}, { password: 'not the password' }),
        role,
      ).toMatchObject({ code: 'not-permitted' })
  })

  test('is refused to everybody whose training lapsed, before anything of it is read; in an emergency it goes on', async () => {
    for (const role of staffRoles.filter((one) => maySign(one, path))) {
      await expires(role, '2026-11-22')
      const options = secondFor(path, role)
      const failure = await unit.as(role).fails(path, {}, options)
      // A profession that the act does not take is told so first.
      if (failure.code === 'not-permitted') {
        await expires(role, '2027-11-22')
        continue
      }
      expect(failure, role).toMatchObject({ code: 'held', fields: [{ field: 'emergency' }] })
      const emergency = 'Night, and nobody else within an hour'
      expect(await unit.as(role).fails(path, {}, { ...options, emergency }), role).toMatchObject({
        code: 'invalid',
      })
      await expires(role, '2027-11-22')
    }
    expect(await counted()).toEqual([])
  })

  test('goes past the rule to its own fields for everybody who is in date', async () => {
    for (const role of staffRoles.filter((one) => maySign(one, path))) {
      const { code } = await unit.as(role).fails(path, {}, secondFor(path, role))
      expect(['invalid', 'not-permitted'], role).toContain(code)
    }
  })
})

describe.each(ofOthers)('%s, of what somebody else wrote', (path) => {
  test('is refused to its author, in an emergency too, and signed by another', async () => {
    const story = signOffStories[path]
    if (!story) throw new Error(`There is no way to ${path} here`)
    const { author, signer, input, ends } = await story({ unit, family })
    const asked = input()
    if (maySign(author, path)) {
      const failure = await unit.as(author).fails(path, asked)
      // Who may raise a level and needs a nurse's word is never a nurse: the role speaks first there.
      expect(['held', 'invalid', 'not-permitted']).toContain(failure.code)
      await expires(author, '2026-11-22')
      const emergency = 'Night, and nobody else within an hour'
      expect(await unit.as(author).fails(path, asked, { emergency })).toEqual(failure)
      await expires(author, '2027-11-22')
    }
    expect(await counted()).toEqual([])
    if (ends === undefined) await unit.as(signer).ok(path, input())
    else expect((await unit.as(signer).fails(path, input())).message).toContain(ends)
  })
})

describe('the second person of an act that two sign', () => {
  const byTwo = ofRecords.filter(({ meta }) => meta.second !== undefined)
  test.each(byTwo.map(({ path }) => path))('%s: is never the first', async (path) => {
    for (const role of staffRoles.filter((one) => maySign(one, path))) {
      const failure = await unit.as(role).fails(path, {}, { second: unit.second(role) })
      expect(failure.code, role).toBe('not-permitted')
    }
  })
})
