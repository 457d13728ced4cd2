/**
 * What can be seen, heard or told about a baby, each asked once and read by every table that speaks of it.
 * Source: domain rows 3.1 (NICE NG143), 3.2 (NICE NG254), 3.3 (national PEWS), 3.6 and 3.8.
 */
export const findingGroups = [
  'danger',
  'behaviour',
  'colour',
  'breathing',
  'hydration',
  'other',
  'concern',
  'injury',
] as const
export type FindingGroup = (typeof findingGroups)[number]

export const findingGroupLabels: Record<FindingGroup, string> = {
  danger: 'Danger signs: any one means 999',
  behaviour: 'Behaviour and response',
  colour: 'Colour and skin',
  breathing: 'Breathing',
  hydration: 'Feeding, wetness and circulation',
  other: 'Other signs',
  concern: 'What staff suspect',
  injury: 'Bruise or injury',
}

/** The groups that the fever and sepsis tables need looked at before they can say "nothing found". */
export const tableGroups: readonly FindingGroup[] = [
  'danger',
  'behaviour',
  'colour',
  'breathing',
  'hydration',
  'other',
]

const inGroup = {
  danger: {
    'not-breathing': 'Not breathing',
    blue: 'Blue skin, lips or tongue',
    unresponsive: 'Cannot be roused',
    seizure: 'Fit (seizure), now or just over',
    apnoea: 'Pause in breathing (apnoea)',
    choking: 'Choking event',
    'suspected-ingestion': 'May have swallowed something harmful',
    'medicine-error': 'Any medicine given in error',
    'head-injury': 'Head injury',
    collapse: 'Collapse reported by anyone, even if recovered',
  },
  behaviour: {
    'looks-unwell': 'Somebody says the baby looks unwell',
    'looks-ill': 'Looks ill to a nurse or doctor',
    'no-response-to-cues': 'No response to social cues',
    'not-normal-to-cues': 'Does not respond normally to social cues',
    'no-smile': 'No smile',
    'wakes-only-with-prolonged-stimulation': 'Wakes only with prolonged stimulation',
    'will-not-wake-or-stay-awake': 'Does not wake, or does not stay awake',
    'less-active': 'Less active',
    'weak-high-pitched-or-continuous-cry': 'Weak, high-pitched or continuous cry',
    'behaviour-differs': 'Parent or carer says behaviour differs from usual',
    inconsolable: 'Cannot be consoled',
  },
  colour: {
    pale: 'Pale (seen by staff)',
    'pallor-reported': 'Pallor reported by parent or carer',
    mottled: 'Mottled',
    ashen: 'Ashen',
    'non-blanching-rash': 'Rash that does not fade when pressed',
    jaundice: 'Yellow skin or eyes (jaundice), new or prolonged',
  },
  breathing: {
    grunting: 'Grunting',
    'nasal-flaring': 'Nasal flaring',
    crackles: 'Crackles',
    'chest-indrawing': 'Moderate or severe chest indrawing',
    'subcostal-recession': 'Drawing in below the ribs (subcostal recession)',
    'intercostal-recession': 'Drawing in between the ribs (intercostal recession)',
    'sternal-recession': 'Drawing in of the breastbone (sternal recession)',
    'head-bobbing': 'Head bobbing',
    'tracheal-tug': 'Tracheal tug',
    'breathing-noise': 'Noise on breathing in or out',
    exhaustion: 'Exhausted by breathing',
    'impending-arrest': 'Breathing about to fail',
    'more-oxygen-than-usual': 'Needs more oxygen than usual',
  },
  hydration: {
    'dry-membranes': 'Dry mouth and lips',
    'poor-feeding': 'Poor feeding',
    'will-not-feed': 'Will not feed',
    'feeds-under-half': 'Takes under half the usual feeds, or has missed feeds',
    'less-urine': 'Less urine than usual',
    'no-wet-nappy-12-hours': 'No wet nappy for about 12 hours',
    'reduced-skin-turgor': 'Skin stays up when pinched (reduced turgor)',
    'cold-hands-or-feet': 'Cold hands or feet',
    'green-vomit': 'Green (bile) vomit',
    'blood-in-stool': 'Blood in the stool',
    'weight-faltering': 'Weight faltering',
  },
  other: {
    rigors: 'Shivering (rigors)',
    'swollen-limb-or-joint': 'Swollen limb or joint',
    'not-using-limb': 'Does not use a limb',
    'leg-pain': 'Leg pain',
    'bulging-fontanelle': 'Bulging fontanelle',
    'neck-stiffness': 'Neck stiffness',
    'status-epilepticus': 'Fit that does not stop (status epilepticus)',
    'focal-signs': 'Weakness or odd movement of one part (focal signs)',
    'focal-seizure': 'Fit of one part of the body (focal seizure)',
    'abnormal-pupils': 'Pupils unequal or not reacting',
    'impaired-immunity': 'Impaired immunity or neutropenia',
    'medicine-through-milk': 'Exposed to a medicine through milk (for example lithium, clozapine)',
  },
  concern: {
    'sepsis-suspected': 'New suspicion of sepsis',
    'septic-shock-suspected': 'Suspicion of septic shock',
  },
  injury: {
    'bruise-or-injury': 'Bruise or other injury',
    'unsure-mark': 'Mark that may be a birthmark: not sure',
  },
} as const satisfies Record<FindingGroup, Record<string, string>>

type CodesIn<G> = G extends FindingGroup ? keyof (typeof inGroup)[G] & string : never
export type FindingCode = CodesIn<FindingGroup>

const entries = findingGroups.flatMap((group) =>
  Object.entries(inGroup[group]).map(
    ([code, label]) => ({ code: code as FindingCode, group, label }) as const,
  ),
)

export const findingCodes = entries.map((entry) => entry.code)
export const findingLabels = Object.fromEntries(
  entries.map((entry) => [entry.code, entry.label]),
) as Record<FindingCode, string>
export const groupOf = Object.fromEntries(
  entries.map((entry) => [entry.code, entry.group]),
) as Record<FindingCode, FindingGroup>

/** The findings of one group, in the order in which they are asked. */
export const findingsIn = (group: FindingGroup): FindingCode[] =>
  entries.filter((entry) => entry.group === group).map((entry) => entry.code)
