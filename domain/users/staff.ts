/** What somebody works as. Doctors are counted apart in training (Finding 5g: medical staff included). */
export const professions = [
  'registered-nurse',
  'nursery-nurse',
  'health-care-assistant',
  'consultant',
  'doctor',
  'psychologist',
  'social-worker',
  'occupational-therapist',
  'pharmacist',
  'midwife',
  'health-visitor',
  'safeguarding-professional',
  'peer-supporter',
  'commissioner',
  'administration',
  'support-services',
  'other',
] as const
export type Profession = (typeof professions)[number]

export const professionLabels: Record<Profession, string> = {
  'registered-nurse': 'Registered nurse',
  'nursery-nurse': 'Nursery nurse',
  'health-care-assistant': 'Health care assistant',
  consultant: 'Consultant',
  doctor: 'Doctor, other grade',
  psychologist: 'Psychologist',
  'social-worker': 'Social worker',
  'occupational-therapist': 'Occupational therapist',
  pharmacist: 'Pharmacist',
  midwife: 'Midwife',
  'health-visitor': 'Health visitor',
  'safeguarding-professional': 'Safeguarding professional',
  'peer-supporter': 'Peer supporter',
  commissioner: 'Commissioner',
  administration: 'Administration or IT',
  'support-services': 'Domestic, catering or portering',
  other: 'Other',
}

/** How somebody is employed; bank and agency are counted apart (domain.md 5). */
export const employments = ['substantive', 'bank', 'agency', 'student', 'visiting'] as const
export type Employment = (typeof employments)[number]

export const employmentLabels: Record<Employment, string> = {
  substantive: 'Substantive',
  bank: 'Bank',
  agency: 'Agency',
  student: 'Student',
  visiting: 'Visiting from another organisation',
}

/**
 * What is wrong with a professional registration number; null if nothing. The NMC's PIN is two figures,
 * a letter, four figures and a letter; the GMC's number seven figures; others are taken as they are.
 */
export function registrationFault(profession: Profession, registration: string): string | null {
  const text = registration.replace(/\s/g, '').toUpperCase()
  if (profession === 'registered-nurse' && !/^\d{2}[A-Z]\d{4}[A-Z]$/.test(text))
    return 'Enter the NMC PIN, such as 12A3456B'
  if ((profession === 'consultant' || profession === 'doctor') && !/^\d{7}$/.test(text))
    return 'Enter the GMC number: seven figures'
  return null
}
