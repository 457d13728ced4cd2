import { randomUUID } from 'node:crypto'
import { addDays, addDaysToDate, dateOf, firstInstantAt } from '#domain/shared/calendar.ts'
import { exampleMark } from '#domain/shared/example-unit.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Actor, Role } from '#domain/users/roles.ts'
import type { Employment, Profession } from '#domain/users/staff.ts'
import { createApp } from '../app.ts'
import { listAccounts } from '../features/users/account-queries.ts'
import type { Log } from '../platform/log.ts'
import { settableClock } from '../platform/settable-clock.ts'
import { beginBulk } from '../platform/unit-of-work.ts'
import { openReferralsStory, otherReferralsStory } from './admission-story.ts'
import { chanceOf } from './chance.ts'
import { cultureStory } from './culture-story.ts'
import { deskContacts } from './duties-words.ts'
import { evidenceStory } from './evidence-story.ts'
import { awayNowStory } from './leave-story.ts'
import { oversightStory } from './oversight-story.ts'
import { partnershipStory } from './partnership-story.ts'
import { reportStory } from './report-story.ts'
import { restrictedStory } from './restricted-story.ts'
import { roundsStory } from './rounds-story.ts'
import { spotStory } from './spot-story.ts'
import { shiftStory } from './staff-story.ts'
import { bedStory } from './stay-story.ts'
import { timelineTo } from './timeline.ts'
import { trainingStory } from './training-story.ts'
import { drillStory, runningStory } from './unwell-story.ts'
import { worldOf } from './world.ts'

/** Everybody's password in the example unit; it is in the README, for there is nothing in it to protect. */
export const examplePassword = 'rowan leaves in autumn'

export interface ExampleOptions {
  /** A folder without a unit. */
  folder: string
  migrationsFolder: string
  log: Log
  /** The moment at which its events end. */
  end: Instant
  seed?: number
  beds?: number
  days?: number
}

interface Account {
  signInName: string
  role: Role
  name: string
  profession: Profession
  employment: Employment
  registration?: string
}

const accounts: readonly Account[] = [
  consultant('consultant', 'Dr Margaret Llewellyn', '7012345'),
  consultant('consultant2', 'Dr Deepa Subramaniam', '7012346'),
  nurse('nurse', 'Sade Okafor', '12A3456B', 'substantive'),
  nurse('nurse2', 'Tomasz Zieliński', '12A3457C', 'substantive'),
  nurse('nurse3', 'Eleri Tŷ-Gwyn', '12A3458D', 'bank'),
  {
    signInName: 'nursery-nurse',
    role: 'nursery-nurse',
    name: 'Priscilla Quartey',
    profession: 'nursery-nurse',
    employment: 'substantive',
  },
  {
    signInName: 'nursery-nurse2',
    role: 'nursery-nurse',
    name: 'Gareth Bevan',
    profession: 'nursery-nurse',
    employment: 'substantive',
  },
  {
    signInName: 'other-clinician',
    role: 'other-clinician',
    name: 'Nasreen Chaudhry',
    profession: 'social-worker',
    employment: 'substantive',
  },
  {
    signInName: 'safeguarding-lead',
    role: 'safeguarding-lead',
    name: 'Ruth Fairweather',
    profession: 'safeguarding-professional',
    employment: 'substantive',
  },
  {
    signInName: 'commissioner',
    role: 'commissioner',
    name: 'Colin Abara',
    profession: 'commissioner',
    employment: 'visiting',
  },
]

function consultant(signInName: string, name: string, registration: string): Account {
  return {
    signInName,
    role: 'consultant',
    name,
    profession: 'consultant',
    employment: 'substantive',
    registration,
  }
}

function nurse(
  signInName: string,
  name: string,
  registration: string,
  employment: Employment,
): Account {
  return {
    signInName,
    role: 'nurse',
    name,
    profession: 'registered-nurse',
    employment,
    registration,
  }
}

/**
 * Builds the example unit: invented people, by default twelve beds over two years that end at the moment of
 * building. The same seed and end give the same events. Rejects if anything in it is refused, which is a bug.
 */
export async function buildExample(options: ExampleOptions): Promise<void> {
  const { folder, migrationsFolder, log, end, seed = 20191, beds = 12, days = 730 } = options
  const start = addDays(end, -days)
  const clock = settableClock(start, { still: true })
  const app = createApp({ folder, clock, log, migrationsFolder, emit: () => undefined })
  try {
    await setUp(app, beds)
    const { house } = app
    const bulk = beginBulk(house.store())
    try {
      const known = listAccounts(house.read())
      const chance = chanceOf(seed)
      const world = worldOf({
        house,
        clock,
        chance,
        opened: start,
        end,
        timeline: timelineTo(end),
        unitId: house.read().row<{ id: string }>('select unit_id as id from unit')?.id ?? '',
        beds: house
          .read()
          .rows<{ id: string; name: string }>(
            'select record_id as id, name from bed order by position',
          ),
        accounts: known.map(
          ({ id, staffId, role, name }): Actor => ({
            userId: id,
            staffId,
            role,
            name,
          }),
        ),
      })
      tell(world)
      await world.timeline.run(clock.set)
      clock.set(end)
      bulk.finish()
    } catch (error) {
      bulk.abandon()
      throw error
    }
  } finally {
    app.shutdown()
  }
}

/** Every story of the unit, each from its first day. */
function tell(world: ReturnType<typeof worldOf>): void {
  const first = dateOf(world.clock.now())
  deskContacts(world)
  for (const bed of world.beds) {
    const date = addDaysToDate(first, world.chance.between(1, 12))
    bedStory(world, bed, firstInstantAt(date, `${world.chance.between(10, 20)}:15`))
  }
  trainingStory(world)
  shiftStory(world)
  otherReferralsStory(world)
  openReferralsStory(world)
  drillStory(world)
  runningStory(world)
  awayNowStory(world)
  cultureStory(world)
  oversightStory(world)
  evidenceStory(world)
  partnershipStory(world)
  spotStory(world)
  roundsStory(world)
  restrictedStory(world)
  reportStory(world)
}

async function setUp(app: ReturnType<typeof createApp>, beds: number): Promise<void> {
  const window = randomUUID()
  async function ask<T>(
    path: string,
    input: unknown,
    password?: string,
    second?: { signInName: string; password: string },
  ): Promise<T> {
    const answer = await app.call(window, {
      path,
      type: 'mutation',
      input,
      operationId: randomUUID(),
      ...(password === undefined ? {} : { password }),
      ...(second ? { second } : {}),
    })
    if ('fault' in answer) throw new Error(`The example unit: ${path} failed with ${answer.fault}`)
    if (!answer.reply.ok)
      throw new Error(`The example unit: ${path}: ${answer.reply.failure.message}`)
    return answer.reply.value as T
  }
  await ask('setup.createUnit', {
    unit: {
      name: `Rowan Unit ${exampleMark}`,
      provider: 'Invented NHS Foundation Trust',
      odsCode: 'ZZ9',
      address: 'Rowan Unit, Invented Hospital, Example Lane, Westmarch',
      telephone: '01632 960200',
    },
    beds: Array.from({ length: beds }, (_, index) => `${index + 1}`),
    administrator: {
      name: 'Owen Whitcombe-Featherstonehaugh',
      signInName: 'administrator',
      password: examplePassword,
    },
    wardManager: {
      name: 'Helen Davies',
      signInName: 'ward-manager',
      password: examplePassword,
      registration: '10H4321E',
    },
  })
  await ask('session.signIn', { signInName: 'administrator' }, examplePassword)
  for (const { signInName, role, ...person } of accounts) {
    const startedOn = addDaysToDate(dateOf(app.house.clock.now()), -400)
    const { id } = await ask<{ id: string }>('users.addStaff', { ...person, startedOn })
    await ask(
      'users.open',
      { staffId: id, signInName, role, newPassword: examplePassword, identifiedBy: 'known' },
      examplePassword,
      { signInName: 'ward-manager', password: examplePassword },
    )
  }
}
