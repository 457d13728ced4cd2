import type { RecipientKey } from '#domain/communications/duties-content.ts'
import { contacts } from '../features/people/ties.ts'
import type { World } from './world.ts'

/** Who answers at each recipient. */
export const roles: Record<RecipientKey, string> = {
  'social-worker': 'Duty social worker',
  'reviewing-officer': 'Independent reviewing officer',
  'guardian-or-legal': 'Children’s guardian',
  'health-visitor': 'Health visitor',
  'gp-baby': 'GP',
  'gp-mother': 'GP',
  midwife: 'Community midwife',
  'designated-nurse': 'Specialist nurse, looked-after children',
  'host-authority': 'Duty social worker',
  'named-nurse': 'Named nurse',
  police: 'Call handler',
  commissioner: 'Case manager',
  'designated-officer': 'Designated officer',
  holder: 'Parent',
  coroner: 'Coroner’s officer',
  'child-death-review': 'Child death review coordinator',
}

interface Known {
  /** The share of answers that are yes. */
  yes: number
  because: Record<'yes' | 'no', string>
}

export const answersToQuestions: Readonly<Record<string, Known>> = {
  suspicious: {
    yes: 0.1,
    because: {
      yes: 'The accounts of how it began differ',
      no: 'Seen from the start by staff; nothing unexplained',
    },
  },
  serious: {
    yes: 0.12,
    because: {
      yes: 'Judged so with the governance team',
      no: 'Discussed with the ward manager; below the threshold',
    },
  },
  'other-area': {
    yes: 0.4,
    because: { yes: 'The grandmother lives in the next county', no: 'The family’s own address' },
  },
  risk: {
    yes: 0.2,
    because: { yes: 'Earlier call-outs to the address', no: 'Nothing known against him' },
  },
  crime: {
    yes: 0.1,
    because: { yes: 'Named nurse advises to report', no: 'Conduct, not a crime' },
  },
}

const happenings: Readonly<Record<string, string>> = {
  'COM-02': 'Admission, reason for it, who is with the baby and how supervision stands',
  'COM-04': 'Unwell and seen on the unit by the doctor; plan and next review',
  'COM-05': 'Gone to the emergency department, who went with them, and who was reached',
  'COM-06': 'A mark on the skin, where, what was said of it; medical examination under way',
  'COM-07': 'Mother’s mental state is worse; what that means for care of the baby',
  'COM-08': 'Supervision of mother with baby was raised, and why',
  'COM-10': 'Overnight leave: where, with whom, and the supervision that was agreed',
  'COM-13': 'A new fact about the partner, with how it is known',
  'COM-16': 'Planned date of going home, and what is needed there',
}

/** What an episode of the mother means for care of the baby. */
export const effectOnCare =
  'Her mood has worsened since the morning. A nurse stays for feeds and baths, and the baby sleeps in the nursery until the review'

/** What was shared, in short. */
export const sharedOf = (event: string, baby: string): string =>
  `${baby}: ${happenings[event] ?? 'what happened, and what was done'}`

const desks = [
  ['emergency-duty-team', 'Duty social worker', 'Westmarch Council, out of hours', '01632 960100'],
  ['host-authority', 'Duty desk', 'Eastvale Council, front door', '01632 960101'],
  [
    'health-visitor',
    'Duty health visitor',
    'Health visiting, single point of contact',
    '01632 960102',
  ],
  ['gp', 'Practice', 'GP of registration: see the summary record', '01632 960103'],
  ['midwife', 'Duty midwife', 'Community midwives', '01632 960104'],
  ['named-nurse', 'Named nurse', 'Safeguarding team of the trust', '01632 960105'],
  ['police', 'Control room', 'Force control room', '01632 960106'],
  ['commissioner', 'Case manager', 'Specialised commissioning', '01632 960107'],
  ['paediatrics', 'On-call registrar', 'Invented Hospital switchboard', '01632 960108'],
] as const

/** The numbers on the wall of the office. */
export function deskContacts(world: World): void {
  for (const [agency, role, name, telephone] of desks)
    world.as(
      world.accounts.find((one) => one.role === 'ward-manager') ?? world.someone('nurse'),
      (ctx) =>
        contacts.add(ctx, {
          personId: null,
          agency,
          role,
          name,
          telephone,
          email: undefined,
          safeToContact: 'yes',
          basis: { kind: 'told', by: 'Ward manager', on: ctx.now.slice(0, 10) },
        }),
    )
}
