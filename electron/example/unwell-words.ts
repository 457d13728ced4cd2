import type { FindingCode } from '#domain/unwell-baby/findings.ts'
import type { Helper, OutcomeKind } from '#domain/unwell-baby/record.ts'
import type { SignCode } from '#domain/unwell-baby/signs.ts'

/** One kind of episode of the example: what is seen, who helps, and what comes of it. All of it is invented. */
export interface Course {
  /** Of a hundred episodes, about so many. */
  share: number
  words: readonly string[]
  findings: readonly FindingCode[]
  values: Partial<Record<SignCode, number>>
  infection: 'yes' | 'not-sure' | 'no'
  /** Whom the route asks for, with the minutes in which they are reached as a rule. */
  help: readonly { whom: Helper; minutes: readonly [number, number]; advice: string }[]
  /** Minutes until somebody is with the baby; none where the baby is taken to hospital. */
  seen?: readonly [number, number]
  hospital: boolean
  outcome: OutcomeKind
  plan: string
}

const nurseInCharge = {
  whom: 'nurse-in-charge',
  minutes: [6, 14],
  advice: 'Ask the ward doctor to look',
} as const
const wardDoctor = {
  whom: 'ward-doctor',
  minutes: [18, 50],
  advice: 'Will come to the nursery and look',
} as const

export const courses: readonly Course[] = [
  {
    share: 44,
    words: ['Snuffly and not himself', 'Cried through the morning', 'She feels warm to me'],
    findings: [],
    values: {},
    infection: 'no',
    help: [nurseInCharge, wardDoctor],
    seen: [30, 110],
    hospital: false,
    outcome: 'reviewed-and-well',
    plan: 'Looked over by the doctor; settled and feeding; observe again in four hours',
  },
  {
    share: 22,
    words: ['Has left half of the last three feeds', 'Sleepy at the breast since the night'],
    findings: ['feeds-under-half'],
    values: { 'heart-rate': 148 },
    infection: 'not-sure',
    help: [
      nurseInCharge,
      { whom: 'gp', minutes: [25, 55], advice: 'Weigh, offer small feeds often, see today' },
    ],
    seen: [60, 200],
    hospital: false,
    outcome: 'advice-followed',
    plan: 'Small feeds often, feed chart, weight tomorrow',
  },
  {
    share: 15,
    words: ['Breathing faster than usual', 'Hot, and breathing quickly'],
    findings: ['nasal-flaring'],
    values: { 'respiratory-rate': 56, 'heart-rate': 154, temperature: 37.9 },
    infection: 'yes',
    help: [
      {
        whom: 'on-call-paediatrics',
        minutes: [9, 27],
        advice: 'Will see the baby here; observe every half hour',
      },
    ],
    seen: [40, 105],
    hospital: false,
    outcome: 'advice-followed',
    plan: 'Cold; fluids; ring again if the breathing passes 60',
  },
  {
    share: 16,
    words: [
      'Grey and floppy after the feed',
      'Will not wake for the feed',
      'Burning hot, whimpering',
    ],
    findings: ['will-not-wake-or-stay-awake'],
    values: { 'heart-rate': 172, temperature: 38.6, 'capillary-refill': 3 },
    infection: 'yes',
    help: [{ whom: '999', minutes: [2, 4], advice: 'Ambulance on its way; stay with the baby' }],
    hospital: true,
    outcome: 'transferred',
    plan: 'Handed over to the emergency department with the handover sheet',
  },
  {
    share: 3,
    words: ['Choked on milk and went blue, pink again now'],
    findings: ['choking'],
    values: { 'oxygen-saturation': 97 },
    infection: 'no',
    help: [{ whom: '999', minutes: [0, 1], advice: 'Crew is coming to check the baby' }],
    hospital: true,
    outcome: 'transferred',
    plan: 'Handed over to the children’s emergency department',
  },
]

export const whyNoInfection = 'No fever, feeding as usual, nobody around the baby is ill'
export const whyInfection = 'Cannot be ruled out: somebody on the unit has a cold'

export const lessons = [
  'Ring first, write after: the second person keeps the notes',
  'The pulse oximeter for babies was locked away; it now hangs in the nursery',
  'The handover sheet went with the baby and was used at once',
  'Nobody knew who was to go with the baby; the escort is now part of each handover',
] as const
