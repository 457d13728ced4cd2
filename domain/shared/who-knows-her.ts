/**
 * Who may know the mother and baby: one list for the information asked for at intake and for the documents
 * expected from it (domain.md 1.3; Child Z, Finding Two: mobile families known to many services).
 */
export const sourceKinds = [
  'referrer',
  'mental-health-trust',
  'community-mental-health-team',
  'gp',
  'maternity',
  'health-visitor',
  'neonatal-unit',
  'paediatrics',
  'emergency-department',
  'authority',
  'court',
  'cafcass',
  'police',
  'probation',
  'substance-service',
  'domestic-abuse-service',
  'family',
  'unit',
] as const
export type SourceKind = (typeof sourceKinds)[number]

export const sourceKindLabels: Record<SourceKind, string> = {
  referrer: 'The referrer',
  'mental-health-trust': 'Mental health trust',
  'community-mental-health-team': 'Community mental health team',
  gp: 'General practice',
  maternity: 'Maternity service',
  'health-visitor': 'Health visitor',
  'neonatal-unit': 'Neonatal unit',
  paediatrics: 'Paediatric service',
  'emergency-department': 'Emergency department',
  authority: "Local authority, children's social care",
  court: 'Court',
  cafcass: 'Children’s guardian (Cafcass)',
  police: 'Police',
  probation: 'Probation',
  'substance-service': 'Drug and alcohol service',
  'domestic-abuse-service': 'Domestic abuse service or risk conference',
  family: 'Family',
  unit: 'This unit',
}

/** One service or person who is known to know her. */
export interface KnownSource {
  recordId: string
  version: number
  kind: SourceKind
  /** The service's or person's name: "Northshire Council", "Dr A. Example". */
  name: string
}
