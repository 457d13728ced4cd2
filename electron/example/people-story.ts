import { clashesOf } from '#domain/people/clashes.ts'
import type { Chair } from '#domain/people/placement.ts'
import { addDays, addHours, dateOf, epochMs } from '#domain/shared/calendar.ts'
import { legalStatusOf } from '#domain/shared/legal-status.ts'
import type { Instant } from '#domain/shared/time.ts'
import { familiesOf } from '../features/people/family-rows.ts'
import { placementMeetings } from '../features/people/meetings.ts'
import { openQuestionsOf } from '../features/people/open-questions.ts'
import { addPerson } from '../features/people/person-service.ts'
import { questionAskings } from '../features/people/questions.ts'
import { clashSettlements } from '../features/people/settle.ts'
import { statementsTo } from '../features/people/settled.ts'
import { legalStatuses, legalStatusOfChild } from '../features/people/statuses.ts'
import { ties } from '../features/people/ties.ts'
import { type Chance, chanceOf } from './chance.ts'
import { tellOthers } from './duties-story.ts'
import {
  childrenAnswers,
  householdAnswers,
  meetingWords,
  partners,
  silences,
} from './people-words.ts'
import type { StoryStay } from './stay-story.ts'
import type { World } from './world.ts'

/** The people round a family: who they are, what stays unknown, and how often somebody asks again. */
export function peopleStory(world: World, stay: StoryStay): void {
  const { timeline } = world
  // Its own chances: what is told here changes nothing of the other stories.
  const chance = chanceOf(epochMs(stay.arrivedAt) % 0x7fffffff)
  const inTime = (days: number, act: () => void) => {
    const at = addHours(addDays(stay.arrivedAt, days), chance.between(0, 5))
    // Who is new about the family is told to others at once, as every event is.
    const andTell = () => {
      act()
      for (const { pairId } of stay.families) tellOthers(world, pairId)
    }
    if (at < stay.endsAt) timeline.at(at, andTell)
  }
  inTime(1, () => nameHousehold(world, chance, stay))
  inTime(2, () => answerWhatIsKnown(world, chance, stay))
  if (chance.happens(0.08)) inTime(3, () => somebodyElseSays(world, chance, stay))
  if (chance.happens(0.7)) inTime(4, () => seeTheDocument(world, chance, stay))
  for (const family of stay.families) planPlacement(world, chance, stay, family)
  // One family in ten is forgotten for a while.
  const first = chance.happens(0.9) ? 6 : 11
  for (let day = first; addDays(stay.arrivedAt, day) < stay.endsAt; day += 20)
    inTime(day, () => askAgain(world, chance, stay))
}

/** A nurse by the story's own chances: the world's would move what the other stories draw. */
const nurseOf = (world: World, chance: Chance) =>
  chance.one(world.accounts.filter(({ role }) => role === 'nurse'))

const told = (world: World, by: string) => ({
  kind: 'told' as const,
  by,
  on: dateOf(world.clock.now()),
})

function somebody(world: World, chance: Chance, familyName: string): string {
  return world.as(nurseOf(world, chance), (ctx) =>
    addPerson(ctx, {
      kind: 'other',
      givenName: chance.one(partners),
      familyName,
      nhsNumber: null,
      nhsNumberAbsent: null,
      bornOn: null,
      bornAt: null,
      gestationDays: null,
      expectedOn: null,
      basis: told(world, 'The mother'),
      anotherPerson: true,
    }),
  ).id
}

/** Her partner, and whether he is the father: by document, by hearsay, or not said. */
function nameHousehold(world: World, chance: Chance, stay: StoryStay): void {
  if (!chance.happens(0.75)) return
  const nurse = nurseOf(world, chance)
  const partner = somebody(world, chance, 'Ashdown')
  const livesWith = chance.happens(0.7) ? 'yes' : 'no'
  const safeToContact = chance.happens(0.8)
    ? 'yes'
    : chance.one(['not-known', 'do-not-contact', 'not-known'] as const)
  const tie = { personId: partner, safeToContact, contactThrough: undefined, livesWith } as const
  world.as(nurse, (ctx) =>
    ties.add(ctx, {
      ...tie,
      toPersonId: stay.motherId,
      relation: 'partner-of-mother',
      parentalResponsibility: 'no',
      basis: told(world, 'The mother'),
    }),
  )
  if (!chance.happens(0.85)) return
  const seen = chance.happens(0.6)
  for (const { babyId } of stay.families)
    world.as(nurse, (ctx) =>
      ties.add(ctx, {
        ...tie,
        toPersonId: babyId,
        relation: 'father',
        parentalResponsibility: seen ? 'yes' : 'not-known',
        basis: seen
          ? { kind: 'document', document: 'Birth certificate', on: dateOf(ctx.now) }
          : told(world, 'The mother'),
      }),
    )
}

/** The next days' conversations: who lives with her, and her other children. */
function answerWhatIsKnown(world: World, chance: Chance, stay: StoryStay): void {
  const answers = {
    household: chance.happens(0.8) ? chance.one(householdAnswers) : undefined,
    'other-children': chance.happens(0.85) ? chance.one(childrenAnswers) : undefined,
  }
  for (const question of openNow(world, stay)) {
    const answer = answers[question.key as keyof typeof answers]
    if (answer === undefined) continue
    world.as(nurseOf(world, chance), (ctx) =>
      questionAskings.add(ctx, {
        motherId: stay.motherId,
        personId: question.aboutId,
        questionKey: question.key,
        question: question.question,
        askedAt: ctx.now,
        answer,
        nextAskAt: null,
        basis: told(world, 'The mother'),
      }),
    )
  }
}

const openNow = (world: World, { motherId }: StoryStay) =>
  world.look(({ db, now }) => openQuestionsOf(db, familiesOf(db, [motherId]), now)).get(motherId) ??
  []

/** Another source names another father; most of the time somebody settles it. */
function somebodyElseSays(world: World, chance: Chance, { families }: StoryStay): void {
  const [family] = families
  if (!family) return
  const { babyId } = family
  const nurse = nurseOf(world, chance)
  const other = somebody(world, chance, 'Marlow')
  world.as(nurse, (ctx) =>
    ties.add(ctx, {
      personId: other,
      toPersonId: babyId,
      relation: 'father',
      parentalResponsibility: 'not-known',
      safeToContact: 'not-known',
      contactThrough: undefined,
      livesWith: 'no',
      basis: told(world, 'The maternal grandmother, by telephone'),
    }),
  )
  if (!chance.happens(0.6)) return
  world.timeline.at(addDays(world.clock.now(), 2), () => {
    const [clash] = world.look(({ db }) => clashesOf(statementsTo(db, babyId)))
    if (!clash) return
    world.as(nurseOf(world, chance), (ctx) =>
      clashSettlements.add(ctx, {
        personId: babyId,
        topic: clash.topic,
        firstId: clash.first.recordId,
        firstVersion: clash.first.version,
        otherId: clash.other.recordId,
        otherVersion: clash.other.version,
        holds: 'first',
        because: 'The mother and the registrar say the same; the grandmother withdrew it',
      }),
    )
  })
}

/** The plan or order that was told of is seen. */
function seeTheDocument(world: World, chance: Chance, { families }: StoryStay): void {
  for (const { babyId } of families) {
    const { facts } = world.look(({ db, now }) => legalStatusOfChild(db, babyId, now))
    for (const { id, version, code, startsAt, endsAt, authority, basis } of facts) {
      if (basis.kind === 'document' || legalStatusOf(code).dutyClass === 'none') continue
      world.as(nurseOf(world, chance), (ctx) =>
        legalStatuses.change(ctx, {
          id,
          version,
          reason: 'The document came',
          fact: {
            personId: babyId,
            code,
            startsAt,
            endsAt,
            authority: authority ?? undefined,
            documentId: null,
            basis: {
              kind: 'document',
              document: `${legalStatusOf(code).label}: minutes of the authority`,
              on: dateOf(ctx.now),
            },
          },
        }),
      )
    }
  }
}

type StoryFamily = StoryStay['families'][number]

/** The meeting for a looked-after baby: mostly in time and chaired by social care. */
function planPlacement(
  world: World,
  chance: Chance,
  { arrivedAt, endsAt, legalCode }: StoryStay,
  { babyId, pairId }: StoryFamily,
): void {
  if (legalStatusOf(legalCode).dutyClass !== 'L' || !chance.happens(0.92)) return
  const day = chance.happens(0.85) ? chance.between(2, 4) : 12
  const at: Instant = addHours(addDays(arrivedAt, day), 1)
  if (at >= endsAt) return
  const chairedBy: Chair = chance.happens(0.88) ? 'social-care' : 'unit'
  const officer = chance.happens(0.8) ? 'there' : 'told'
  world.timeline.at(at, () => {
    world.as(nurseOf(world, chance), (ctx) =>
      placementMeetings.add(ctx, {
        personId: babyId,
        pairId,
        kind: officer === 'there' ? 'looked-after-review' : 'planning-meeting',
        plannedAt: null,
        heldAt: addHours(ctx.now, -1),
        chairedBy,
        chairName: 'Jacqueline Thornbury-Mensah, team manager',
        officer,
        decided: meetingWords,
        basis: {
          kind: 'document',
          document: 'Minutes of the meeting, sent by social care',
          on: dateOf(ctx.now),
        },
      }),
    )
  })
}

/** Every question that is still open is asked once more, and not established. */
function askAgain(world: World, chance: Chance, stay: StoryStay): void {
  for (const question of openNow(world, stay))
    world.as(nurseOf(world, chance), (ctx) =>
      questionAskings.add(ctx, {
        motherId: stay.motherId,
        personId: question.aboutId,
        questionKey: question.key,
        question: question.question,
        askedAt: ctx.now,
        answer: chance.one(silences),
        nextAskAt: addDays(ctx.now, chance.between(21, 26)),
        basis: { kind: 'not-established', by: 'The mother', on: dateOf(ctx.now) },
      }),
    )
}
