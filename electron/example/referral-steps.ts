import { clauseFactsOf } from '#domain/admission/clauses.ts'
import { isMustKnow } from '#domain/admission/items.ts'
import { socialCareInvolved } from '#domain/admission/social-care.ts'
import { addDaysToDate, addHours, dateOf } from '#domain/shared/calendar.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { answerClause, recordCpis } from '../features/admission/answer-service.ts'
import { referralCase } from '../features/admission/case.ts'
import { type DecisionInput, decide } from '../features/admission/decision-service.ts'
import { askFor, receive } from '../features/admission/item-service.ts'
import { overrideClause } from '../features/admission/override-service.ts'
import { takeReferral } from '../features/admission/referral-service.ts'
import { tellOthers } from './duties-story.ts'
import { inventedBaby, inventedMother, inventedStaffName } from './invented.ts'
import type { World } from './world.ts'

/** The steps that the stories of referrals are made of, each through the feature's own service. */

const person = { bornAt: null, gestationDays: null, expectedOn: null, nhsNumberAbsent: null }

const referrers = [
  ['crisis-team', 'Crisis nurse', 'Westmarch Crisis Team'],
  ['perinatal-team', 'Community perinatal nurse', 'Westmarch Perinatal Team'],
  ['psychiatrist', 'Consultant psychiatrist', 'Northshire NHS Foundation Trust'],
  ['liaison-team', 'Liaison psychiatrist', 'Westmarch General Hospital'],
  ['midwife', 'Mental health midwife', 'Westmarch Maternity Service'],
] as const

const reasons = [
  'Postpartum psychosis, second week after the birth; not sleeping, partner frightened',
  'Severe depression with thoughts of suicide; intensive care at home was not enough',
  'Bipolar disorder, relapse after the birth; had stopped her medicines in pregnancy',
  'Anxiety so severe that she cannot be alone with the baby; weight loss of both',
] as const

export interface Referred {
  referralId: string
  motherId: string
  bornOn: CivilDate
}

interface About {
  planned: boolean
  socialCare: 'yes' | 'no' | 'not-known'
  babies?: number
  premature?: boolean
  /** Days until the expected date: then no baby is born yet. */
  expectedInDays?: number
  /** Days since the birth. */
  ageDays?: number
}

/** Somebody rings, and the referral is taken. */
export function ring(world: World, about: About): Referred {
  const { chance, clock } = world
  const today = dateOf(clock.now())
  const [referrer, referrerRole, referrerOrganisation] = chance.one(referrers)
  const mother = inventedMother(chance)
  const bornOn = addDaysToDate(today, -(about.ageDays ?? chance.between(6, 240)))
  const isBorn = about.expectedInDays === undefined
  const named: string[] = []
  const babies = Array.from({ length: isBorn ? (about.babies ?? 1) : 0 }, () => {
    const name = inventedBaby(chance, mother.familyName, named)
    named.push(name.givenName)
    const gestationDays = about.premature ? chance.between(210, 258) : null
    const nhsNumber = world.nextNhsNumber()
    return {
      baby: {
        person: { ...person, kind: 'baby' as const, ...name, nhsNumber, bornOn, gestationDays },
      },
    }
  })
  const made = world.as(world.someone('nurse'), (ctx) =>
    takeReferral(ctx, {
      mother: {
        person: {
          ...person,
          kind: 'mother',
          ...mother,
          nhsNumber: world.nextNhsNumber(),
          bornOn: addDaysToDate(today, -chance.between(19 * 365, 41 * 365)),
        },
      },
      anotherPerson: true,
      babies,
      unborn: isBorn ? [] : [{ expectedOn: addDaysToDate(today, about.expectedInDays ?? 0) }],
      referrer,
      referrerName: inventedStaffName(chance),
      referrerRole,
      referrerOrganisation,
      callBackNumber: '01632 960456',
      receivedAt: clock.now(),
      planned: about.planned,
      referralReason: chance.one(reasons),
      motherStatus: chance.happens(0.65) ? '01' : '02',
      socialCare: about.socialCare,
      sources: [
        { kind: 'gp', name: `Dr ${inventedStaffName(chance)}, Invented Surgery` },
        { kind: 'health-visitor', name: 'Westmarch health visitors' },
        ...(about.socialCare === 'yes'
          ? [{ kind: 'authority' as const, name: 'Westmarch Council, children’s services' }]
          : []),
      ],
    }),
  )
  return { ...made, bornOn }
}

const fileOf = (world: World, referralId: string) =>
  world.as(world.someone('nurse'), (ctx) => referralCase(ctx.db, referralId))

const told = (world: World, by = 'The referrer, from the record') => ({
  kind: 'told' as const,
  by,
  on: dateOf(world.clock.now()),
  document: undefined,
})

type Given = 'yes' | 'no' | 'not-known' | 'not-applicable'

/** One clause, as it was told now. */
export function say(world: World, referralId: string, clauseId: string, answer: Given): void {
  const before = fileOf(world, referralId).answers.find((one) => one.clauseId === clauseId)
  world.as(world.someone('nurse'), (ctx) =>
    answerClause(ctx, {
      referralId,
      clauseId,
      answer,
      describedOn: dateOf(ctx.now),
      setByCourt: false,
      note: undefined,
      basis: told(world),
      seenVersion: before?.version ?? 0,
    }),
  )
}

/** Every clause that is asked, as it fits; `but` are answered otherwise, or left open with null. */
export function sayAll(
  world: World,
  referralId: string,
  but: Readonly<Record<string, Given | null>> = {},
): void {
  const file = fileOf(world, referralId)
  const isUnborn = file.facts.children.some((child) => child.bornOn === null)
  const open = clauseFactsOf(file, file.rules.criteria, world.clock.now())
  for (const { id, kind, answered, notApplicable } of file.rules.criteria.clauses) {
    const fact = open.find((one) => one.clauseId === id)
    const isAsked =
      answered === 'asked' || (answered !== 'measured' && fact?.answer === 'not-yet-asked')
    const given = but[id]
    if (!isAsked || given === null || fact?.typed) continue
    const fits = kind === 'inclusion' ? 'yes' : 'no'
    say(
      world,
      referralId,
      id,
      given ?? (isUnborn && notApplicable === 'while-unborn' ? 'not-applicable' : fits),
    )
  }
}

/** Somebody is asked for an item. */
export function ask(world: World, referralId: string, itemId: string, askedOf: string): void {
  world.as(world.someone('nurse'), (ctx) =>
    askFor(ctx, { referralId, itemId, askedOf, askedAt: ctx.now }),
  )
}

/** One item comes in; it describes a day so many days ago. */
export function hear(world: World, referralId: string, itemId: string, daysAgo = 0): void {
  const file = fileOf(world, referralId)
  const rule = file.rules.information.items.find((one) => one.id === itemId)
  const before = file.items.find((one) => one.itemId === itemId)
  const isUnborn = file.facts.children.some((child) => child.bornOn === null)
  world.as(world.someone('nurse'), (ctx) =>
    receive(ctx, {
      referralId,
      itemId,
      outcome: 'received',
      receivedAt: ctx.now,
      describedOn: addDaysToDate(dateOf(ctx.now), -daysAgo),
      essentialPart: rule?.essentialPart ? (isUnborn ? 'not-applicable' : 'yes') : null,
      summary: 'Read out over the telephone and written down',
      basis: told(world, before?.askedOf ?? 'The referrer, from the record'),
      seenVersion: before?.version ?? 0,
      sourceId: null,
    }),
  )
}

/** Every must-know that is asked for and not there yet, but for what is left out. */
export function hearAll(world: World, referralId: string, but: readonly string[] = []): void {
  const file = fileOf(world, referralId)
  const socialCare = socialCareInvolved(file)
  for (const rule of file.rules.information.items) {
    const isThere = file.items.some((one) => one.itemId === rule.id && one.outcome === 'received')
    if (rule.from === 'asked' && isMustKnow(rule, socialCare) && !isThere && !but.includes(rule.id))
      hear(world, referralId, rule.id)
  }
}

/** The look-up for every child. */
export function lookUp(world: World, referralId: string): void {
  const { children, facts } = fileOf(world, referralId)
  for (const child of children)
    world.as(world.someone('nurse'), (ctx) =>
      recordCpis(ctx, {
        referralId,
        childKey: child.recordId,
        result: facts.socialCare === 'yes' ? 'child-protection-plan' : 'no-flag',
        checkedAt: ctx.now,
        reference: undefined,
        note: undefined,
      }),
    )
}

/** Consultant and ward manager let one thing through; what is missing has to be there within so many hours. */
export function letThrough(
  world: World,
  referralId: string,
  ruleId: string,
  { hours, by }: { hours: number | null; by: 'password' | 'telephone' },
): string {
  const manager = world.someone('ward-manager')
  const made = world.signed(
    world.someone('consultant'),
    (ctx) =>
      overrideClause(ctx, {
        referralId,
        ruleId,
        because: 'She and the baby are not safe where they are; it will be had tomorrow',
        dueAt: hours === null ? null : addHours(ctx.now, hours),
        second:
          by === 'password' ? { by } : { by, staffId: manager.staffId, telephone: '01632 960789' },
      }),
    by === 'password' ? manager : undefined,
  )
  return made.id
}

/** A decision now, by one of those who may. */
export function settle<D extends Omit<DecisionInput, 'decidedAt' | 'seenDecision'>>(
  world: World,
  decision: D,
): string {
  const role = world.chance.happens(0.6) ? 'ward-manager' : 'consultant'
  const before = world.look((ctx) =>
    lastDecision(referralCase(ctx.db, decision.referralId).decisions),
  )
  const made = world.signed(world.someone(role), (ctx) =>
    decide(ctx, {
      expectedArrivalAt: null,
      ...decision,
      decidedAt: ctx.now,
      seenDecision: before?.recordId ?? null,
    } as unknown as DecisionInput),
  )
  const { children } = world.look((ctx) => referralCase(ctx.db, decision.referralId))
  for (const { recordId } of children) tellOthers(world, recordId)
  return made.id
}
