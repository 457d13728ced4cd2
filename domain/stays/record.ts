/** Why a stay ended. */
export const endReasons = [
  'home',
  'home-mother-alone',
  'other-unit',
  'other-ward',
  'hospital',
  'left-against-advice',
  'absent-without-leave',
  'died',
  'other',
] as const
export type EndReason = (typeof endReasons)[number]

export const endReasonLabels: Record<EndReason, string> = {
  home: 'Home with the baby',
  'home-mother-alone': 'Home without the baby',
  'other-unit': 'To another mother and baby unit',
  'other-ward': 'To another mental health ward',
  hospital: 'To a general hospital',
  'left-against-advice': 'Left against advice',
  'absent-without-leave': 'Did not come back from leave',
  died: 'Died',
  other: 'Other',
}

/**
 * The mother's own observation level: a scale apart from supervision of mother with baby. Names: NICE NG10
 * as listed in domain.md 4.1; a trust's policy may name them otherwise.
 */
export const observationLevels = [
  'low-intermittent',
  'high-intermittent',
  'continuous',
  'multiprofessional',
] as const
export type ObservationLevel = (typeof observationLevels)[number]

export const observationLevelLabels: Record<ObservationLevel, string> = {
  'low-intermittent': 'Low-level intermittent (every 30 to 60 minutes)',
  'high-intermittent': 'High-level intermittent (every 15 to 30 minutes)',
  continuous: "Continuous (within eyesight or arm's length)",
  multiprofessional: 'Multiprofessional continuous (two or three staff)',
}
