import type {
  Identifier,
  Organization,
  Patient,
  Practitioner,
  RelatedPerson,
} from '@medplum/fhirtypes'
import { systems } from './codes.ts'
import type { EpisodeInput, PersonInput } from './episode-input.ts'
import { lean } from './lean.ts'
import { refer } from './refer.ts'
import type { Voice } from './told-row.ts'

/** The unit. Its name stands in every report that it makes, so it is no secret here. */
export const unitAsFhir = (voice: Voice, { unit }: EpisodeInput): Organization =>
  lean<Organization>({
    resourceType: 'Organization',
    id: voice.idOf('record', unit.id),
    identifier: unit.odsCode ? [{ system: systems.ods, value: unit.odsCode }] : undefined,
    name: unit.name,
  })

const numberOf = (voice: Voice, { nhsNumber }: PersonInput): Identifier[] | undefined =>
  voice.named && nhsNumber ? [{ system: systems.nhsNumber, value: nhsNumber }] : undefined

const nameOf = (voice: Voice, { givenName, familyName }: PersonInput) =>
  voice.named ? [{ given: [givenName], family: familyName }] : undefined

/** The baby. Without names: an id of this bundle and nothing else. */
export const babyAsFhir = (voice: Voice, { baby, unit }: EpisodeInput): Patient =>
  lean<Patient>({
    resourceType: 'Patient',
    id: voice.idOf('baby', baby.id),
    identifier: numberOf(voice, baby),
    name: nameOf(voice, baby),
    birthDate: voice.named ? (baby.bornOn ?? undefined) : undefined,
    managingOrganization: refer(voice.idOf('record', unit.id)),
  })

/** The mother, as the baby's mother. */
export const motherAsFhir = (voice: Voice, { baby, mother }: EpisodeInput): RelatedPerson =>
  lean<RelatedPerson>({
    resourceType: 'RelatedPerson',
    id: voice.idOf('mother', mother.id),
    identifier: numberOf(voice, mother),
    name: nameOf(voice, mother),
    patient: refer(voice.idOf('baby', baby.id)),
    relationship: [
      { coding: [{ system: systems.roleCode, code: 'MTH', display: 'mother' }], text: 'Mother' },
    ],
  })

/** Whoever is named as author of anything in the bundle. */
export const staffAsFhir = (voice: Voice, { staff }: EpisodeInput): Practitioner[] =>
  [...staff].map(([id, name]) =>
    lean<Practitioner>({
      resourceType: 'Practitioner',
      id: voice.idOf('staff', id),
      name: voice.named ? [{ text: name }] : undefined,
    }),
  )
