import { addDays, addDaysToDate, dateOf, firstInstantAt } from '#domain/shared/calendar.ts'
import type { Agency, CourseInput } from '#domain/training/record.ts'
import type { Employment, Profession } from '#domain/users/staff.ts'
import { recordCertificate } from '../features/training/certificates.ts'
import { addCourse } from '../features/training/courses.ts'
import { addStaff, listStaff } from '../features/users/staff-service.ts'
import type { World } from './world.ts'

const careProceedings = ['TRN-01', 'TRN-02', 'TRN-03', 'TRN-04', 'TRN-05']
const babiesAndMothers = [
  ...['TRN-06', 'TRN-07', 'TRN-08', 'TRN-09', 'TRN-10'],
  ...['TRN-12', 'TRN-13', 'TRN-14', 'TRN-15', 'TRN-16', 'TRN-17'],
]

const level3: CourseInput = {
  title: 'Safeguarding children, level 3, with other agencies',
  subject: 'safeguarding',
  level: '3',
  topics: careProceedings,
  provider: 'Invented Safeguarding Partnership',
  deliveredByAnother: true,
  mode: 'in-person',
  minutes: 720,
  validMonths: null,
}

const courses = {
  level3,
  alone: {
    ...level3,
    title: 'Safeguarding children, level 3, on screen',
    provider: 'Invented NHS Foundation Trust',
    deliveredByAnother: false,
    mode: 'e-learning',
    minutes: 480,
  },
  level4: { ...level3, title: 'Safeguarding children, level 4', level: '4', minutes: 1440 },
  babies: {
    ...level3,
    title: 'Babies and their mothers on the unit',
    subject: 'other',
    level: null,
    topics: babiesAndMothers,
    provider: 'Invented NHS Foundation Trust',
    deliveredByAnother: false,
    minutes: 420,
  },
  lifeSupport: {
    ...level3,
    title: 'Paediatric life support',
    subject: 'life-support',
    level: null,
    topics: ['TRN-11'],
    provider: 'Invented NHS Foundation Trust',
    deliveredByAnother: false,
    minutes: 240,
    validMonths: 12,
  },
} as const satisfies Record<string, CourseInput>

type CourseName = keyof typeof courses

interface OnTheRegister {
  name: string
  profession: Profession
  employment: Employment
  registration?: string
  daysAgo: number
}

/** Who beside those with an account is on the register, and how many days before the end they started. */
const others: readonly OnTheRegister[] = [
  {
    name: 'Dr Felix Osei',
    profession: 'doctor',
    employment: 'substantive',
    registration: '7012399',
    daysAgo: 60,
  },
  {
    name: 'Katarzyna Nowak',
    profession: 'registered-nurse',
    employment: 'agency',
    registration: '12A3499E',
    daysAgo: 60,
  },
  {
    name: 'Imogen Thwaites',
    profession: 'health-care-assistant',
    employment: 'substantive',
    daysAgo: 20,
  },
]

/** Whose first year ended within the last: nobody's does in a unit that is younger than they are. */
const startedLater: readonly OnTheRegister[] = [
  {
    name: 'Bronwen Achebe',
    profession: 'registered-nurse',
    employment: 'substantive',
    registration: '12A3501F',
    daysAgo: 560,
  },
  {
    name: 'Dr Callum Petrie',
    profession: 'doctor',
    employment: 'substantive',
    registration: '7012401',
    daysAgo: 480,
  },
]

/**
 * What each has done, with how many days before the end it was completed. A level counts 36 months, life
 * support and a session with other agencies 12: what is older has lapsed, and that is meant.
 */
const done: readonly (readonly [name: string, ...(readonly [CourseName, number])[]])[] = [
  ['Helen Davies', ['level3', 200], ['babies', 210], ['lifeSupport', 150]],
  ['Dr Margaret Llewellyn', ['level3', 120], ['babies', 130], ['lifeSupport', 90]],
  // The level ran out a month ago.
  ['Dr Deepa Subramaniam', ['level3', 1126], ['babies', 400], ['lifeSupport', 300]],
  ['Sade Okafor', ['level3', 60], ['babies', 70], ['lifeSupport', 40]],
  // Life support lapses within the next month.
  ['Tomasz Zieliński', ['level3', 260], ['babies', 250], ['lifeSupport', 345]],
  // Alone in front of a screen: no other agency.
  ['Eleri Tŷ-Gwyn', ['alone', 100], ['babies', 110], ['lifeSupport', 80]],
  ['Priscilla Quartey', ['level3', 180], ['babies', 190]],
  ['Gareth Bevan', ['level3', 90], ['babies', 100], ['lifeSupport', 95]],
  // The topics of care proceedings, and nothing of the rest.
  ['Nasreen Chaudhry', ['level3', 30], ['lifeSupport', 35]],
  ['Ruth Fairweather', ['level4', 300], ['babies', 310], ['lifeSupport', 320]],
  ['Dr Felix Osei', ['babies', 30]],
  ['Bronwen Achebe', ['level3', 300], ['babies', 310], ['lifeSupport', 200]],
  // Two months after the first year had ended.
  ['Dr Callum Petrie', ['level3', 60], ['babies', 400], ['lifeSupport', 120]],
]

/** The training of the staff: in date, lapsed, without another agency, not begun. */
export function trainingStory(world: World): void {
  const start = world.clock.now()
  const ids = new Map<CourseName, string>()
  world.timeline.at(start, () => {
    const lead = world.someone('safeguarding-lead')
    for (const [name, course] of Object.entries(courses) as [CourseName, CourseInput][])
      ids.set(name, world.as(lead, (ctx) => addCourse(ctx, course)).id)
  })
  const present = [
    ...others,
    ...startedLater.filter(({ daysAgo }) => onDay(world, daysAgo) > start),
  ]
  for (const { daysAgo, ...person } of present)
    world.timeline.at(notBefore(world, start, daysAgo), () =>
      world.as(world.someone('ward-manager'), (ctx) =>
        addStaff(ctx, {
          ...person,
          startedOn: dateOf(ctx.now),
          leftOn: null,
        }),
      ),
    )
  const absent = startedLater.filter((one) => !present.includes(one)).map(({ name }) => name)
  for (const [name, ...certificates] of done.filter(([name]) => !absent.includes(name)))
    for (const [course, daysAgo] of certificates)
      world.timeline.at(addDays(notBefore(world, start, daysAgo), 2), () =>
        certify(world, ids.get(course) ?? '', courses[course], name, daysAgo),
      )
}

/** So many days before the end, at noon; what lies before the first day of the example is told on it. */
function notBefore(world: World, start: string, daysAgo: number): string {
  const at = onDay(world, daysAgo)
  return at < start ? start : at
}

function onDay(world: World, daysAgo: number): string {
  return firstInstantAt(addDaysToDate(dateOf(world.end), -daysAgo), '12:00')
}

function certify(
  world: World,
  courseId: string,
  course: CourseInput,
  name: string,
  daysAgo: number,
): void {
  const completedOn = addDaysToDate(dateOf(world.end), -daysAgo)
  const agenciesPresent: Agency[] = course.deliveredByAnother ? ['social-care', 'police'] : []
  world.as(world.someone('safeguarding-lead'), (ctx) => {
    const staffId = listStaff(ctx.db).find((one) => one.name === name)?.recordId
    if (staffId === undefined) throw new Error(`Nobody on the register is called ${name}`)
    recordCertificate(ctx, {
      staffId,
      courseId,
      completedOn,
      expiresOn: null,
      topics: [...course.topics],
      agenciesPresent,
      minutes: null,
      basis: { kind: 'document', document: 'Certificate', on: ctx.now },
    })
  })
}
