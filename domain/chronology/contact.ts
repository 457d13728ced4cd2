import { z } from 'zod'
import { basisInput } from '../shared/basis.ts'
import { folded } from '../shared/folded-text.ts'
import { type RoughDate, roughDateInput } from '../shared/rough-date.ts'
import { name, note, optionalText } from '../shared/text.ts'
import type { CivilDate } from '../shared/time.ts'

/**
 * One contact with a health service: what was reported there stands apart from what anybody there saw
 * (Child Z, Finding Three; domain.md 6.1).
 */

export const services = [
  'gp',
  'emergency-department',
  'urgent-care',
  'telephone-advice',
  'ambulance',
  'hospital-stay',
  'outpatients',
  'paediatrics',
  'maternity',
  'health-visitor',
  'mental-health',
  'pharmacy',
  'other',
] as const
export type Service = (typeof services)[number]

export const serviceLabels: Record<Service, string> = {
  gp: 'GP',
  'emergency-department': 'Emergency department',
  'urgent-care': 'Walk-in or urgent care centre',
  'telephone-advice': 'NHS 111 or other telephone advice',
  ambulance: 'Ambulance',
  'hospital-stay': 'Stay in hospital',
  outpatients: 'Outpatient clinic',
  paediatrics: 'Paediatrics',
  maternity: 'Maternity',
  'health-visitor': 'Health visitor',
  'mental-health': 'Mental health service',
  pharmacy: 'Pharmacy',
  other: 'Other health service',
}

/** Whether anybody of the service saw what was reported; "not known" is an answer. */
export const seenAnswers = ['yes', 'partly', 'no', 'not-known'] as const
export type Seen = (typeof seenAnswers)[number]

export const seenLabels: Record<Seen, string> = {
  yes: 'Seen there',
  partly: 'Partly seen there',
  no: 'Not seen by anybody there',
  'not-known': 'Not known whether it was seen',
}

export interface HealthContact {
  recordId: string
  version: number
  /** Who was the patient: the mother or a baby. */
  personId: string
  happened: RoughDate
  service: Service
  provider: string
  /** The town or area. */
  place: string
  reported: string
  reportedBy: string
  seen: Seen
  observed: string
  outcome: string
}

const id = z.uuid('Choose from the list')

/** A contact as it is typed. With `today`, nothing lies ahead of it. */
export const contactInput = (today?: CivilDate) =>
  z
    .object({
      stayId: id,
      personId: z.uuid('Choose who was the patient'),
      happened: roughDateInput(today),
      service: z.enum(services, 'Choose the kind of service'),
      provider: name,
      place: name,
      reported: note,
      reportedBy: name,
      seen: z.enum(seenAnswers, 'Say whether anybody there saw it'),
      observed: optionalText(note),
      outcome: optionalText(note),
      basis: basisInput,
      receivedId: id.nullish().transform((value) => value ?? null),
      /** Somebody has looked: this is another contact with the same service on the same day. */
      anotherThatDay: z.boolean().optional(),
    })
    .superRefine(({ seen, observed }, context) => {
      if ((seen === 'yes' || seen === 'partly') && observed === undefined)
        context.addIssue({
          code: 'custom',
          path: ['observed'],
          message: 'Enter what was seen, and by whom',
        })
    })
export type ContactInput = z.output<ReturnType<typeof contactInput>>

type Visit = Pick<HealthContact, 'personId' | 'happened' | 'service' | 'provider'>

/**
 * Whether two entries may tell of one visit, as where the surgery and a letter both do: counted twice, it would make a
 * pattern where there is none (Child Z, Finding Three). A date by month or year says too little. Truth table:
 * docs/states/chronology.md, 5.
 */
export const mayBeOneVisit = (a: Visit, b: Visit): boolean =>
  a.personId === b.personId &&
  a.happened.on !== null &&
  a.happened.on === b.happened.on &&
  a.happened.precision === 'day' &&
  b.happened.precision === 'day' &&
  a.service === b.service &&
  folded(a.provider) === folded(b.provider)
