import type { ContactInput } from '#domain/chronology/contact.ts'
import type { EntryInput } from '#domain/chronology/entry.ts'

/** Invented words of the chronology and of contacts with health services. */

type Told = Pick<EntryInput, 'kind' | 'what'> & { about: 'mother' | 'baby' }

export const events: readonly Told[] = [
  { about: 'mother', kind: 'home', what: 'Moved to Westmarch; three addresses in a year before' },
  { about: 'mother', kind: 'mental-health', what: 'Under the crisis team for six weeks' },
  { about: 'mother', kind: 'domestic-abuse', what: 'Police called to the flat by a neighbour' },
  { about: 'mother', kind: 'pregnancy', what: 'Booked late, at 22 weeks; lived elsewhere before' },
  {
    about: 'mother',
    kind: 'contact-lost',
    what: 'Did not answer letters of the GP for five months',
  },
  { about: 'mother', kind: 'social-care', what: 'An older child lives with a grandmother' },
  {
    about: 'baby',
    kind: 'care-of-child',
    what: 'Seen by the health visitor to feed well and be clean',
  },
  {
    about: 'baby',
    kind: 'nothing-found',
    what: 'Emergency department asked: no attendance on record',
  },
]

type Visit = Pick<
  ContactInput,
  'service' | 'provider' | 'place' | 'reported' | 'seen' | 'observed' | 'outcome'
>

export const visits: readonly Visit[] = [
  {
    service: 'emergency-department',
    provider: 'Westmarch Infirmary',
    place: 'Westmarch',
    reported: 'Stopped breathing for a minute after a feed',
    seen: 'no',
    observed: undefined,
    outcome: 'Watched for four hours, well, sent home',
  },
  {
    service: 'gp',
    provider: 'The Surgery on the Green',
    place: 'Westmarch',
    reported: 'Vomits after every feed',
    seen: 'partly',
    observed: 'One small posset seen by the GP; weight on its line',
    outcome: 'Advice on feeds',
  },
  {
    service: 'health-visitor',
    provider: 'Westmarch health visiting team',
    place: 'Westmarch',
    reported: 'Cries all night',
    seen: 'not-known',
    observed: undefined,
    outcome: undefined,
  },
  {
    service: 'emergency-department',
    provider: 'Northshire General Hospital',
    place: 'Northshire',
    reported: 'A fever of 39 at home',
    seen: 'no',
    observed: undefined,
    outcome: 'No fever in the department, sent home',
  },
  {
    service: 'telephone-advice',
    provider: 'NHS 111',
    place: 'by telephone',
    reported: 'A rash that comes and goes',
    seen: 'not-known',
    observed: undefined,
    outcome: 'See the GP',
  },
  {
    service: 'paediatrics',
    provider: 'Westmarch children’s clinic',
    place: 'Westmarch',
    reported: 'Noisy breathing',
    seen: 'yes',
    observed: 'Soft noise on breathing in, seen by the registrar',
    outcome: 'Harmless; seen again in three months',
  },
]

export const analyses: readonly string[] = [
  'Few contacts, and what was reported was mostly seen. She asked when she was unsure, and followed advice.',
  'Attendances rose when she slept badly and fell when the crisis team visited. Nothing reported was out of keeping with what was seen.',
  'Some of what was reported was not seen by anybody. Staff here write down what they see beside what she says.',
]
