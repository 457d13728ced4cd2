/** Where she came from when she arrived (RCPsych standards, sixth edition, 1.1.3: the source of all admissions). */
export const arrivalSources = [
  'home',
  'maternity-ward',
  'adult-mental-health-ward',
  'general-hospital-ward',
  'other-mother-and-baby-unit',
  'emergency-department',
  'place-of-safety',
  'court-or-custody',
  'other',
  'not-known',
] as const
export type ArrivalSource = (typeof arrivalSources)[number]

export const arrivalSourceLabels: Record<ArrivalSource, string> = {
  home: 'Home or supported housing',
  'maternity-ward': 'Maternity ward',
  'adult-mental-health-ward': 'Adult mental health ward',
  'general-hospital-ward': 'Another ward of a general hospital',
  'other-mother-and-baby-unit': 'Another mother and baby unit',
  'emergency-department': 'Emergency department',
  'place-of-safety': 'Place of safety',
  'court-or-custody': 'Court or custody',
  other: 'Elsewhere',
  'not-known': 'Not known',
}
