import type { CodeableConcept } from '@medplum/fhirtypes'
import type { SignCode } from '../../unwell-baby/signs.ts'

/** The code systems of others, by the addresses that FHIR R4 gives them. */
export const systems = {
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
  ods: 'https://fhir.nhs.uk/Id/ods-organization-code',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  roleCode: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  dataOperation: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  observationValue: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  category: 'http://terminology.hl7.org/CodeSystem/observation-category',
  absent: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  auditType: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
  agentType: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
} as const

/** Codes of this app, for what no code of others was agreed on. */
export const own = (what: string) => `urn:mbu-assurance:${what}`

/** One of our own codes with its words. */
export const ownConcept = (what: string, code: string, text: string): CodeableConcept => ({
  coding: [{ system: own(what), code, display: text }],
  text,
})

interface SignAsFhir {
  /** Of FHIR's own vital signs profile (R4, "Observation-vitalsigns"); others have no code that it names. */
  loinc?: string
  /** UCUM. */
  unit: string
}

/** How each sign is coded and in which unit. Source: HL7 FHIR R4, vital signs profile; UCUM. */
export const signsAsFhir: Record<SignCode, SignAsFhir> = {
  temperature: { loinc: '8310-5', unit: 'Cel' },
  'respiratory-rate': { loinc: '9279-1', unit: '/min' },
  'heart-rate': { loinc: '8867-4', unit: '/min' },
  'oxygen-saturation': { loinc: '2708-6', unit: '%' },
  'capillary-refill': { unit: 's' },
  'systolic-pressure': { loinc: '8480-6', unit: 'mm[Hg]' },
  'oxygen-percent': { unit: '%' },
  'oxygen-flow': { unit: 'L/min' },
  'fever-days': { unit: 'd' },
  'urine-by-catheter': { unit: 'mL/kg/h' },
}
