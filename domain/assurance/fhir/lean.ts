import type { Resource } from '@medplum/fhirtypes'

/** What goes into a resource: its own properties and no other. What stands in them is held by the definitions of R4, in the tests. */
export type Loose<T extends Resource> = { [K in keyof T]?: unknown } & Pick<T, 'resourceType'>

/** The resource without what is undefined, and without what is then empty: FHIR knows neither. */
export const lean = <T extends Resource>(loose: Loose<T>): T => withoutEmpty(loose) as T

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined)
    return items.length > 0 ? items : undefined
  }
  if (typeof value !== 'object' || value === null) return value === '' ? undefined : value
  const kept = Object.entries(value)
    .map(([key, item]) => [key, withoutEmpty(item)] as const)
    .filter(([, item]) => item !== undefined)
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
