import type { Reference, Resource } from '@medplum/fhirtypes'

/** The address of a resource within its bundle. */
export const addressOf = (id: string): string => `urn:uuid:${id}`

/** A reference to a resource of the same bundle. */
export const refer = <T extends Resource = Resource>(id: string): Reference<T> => ({
  reference: addressOf(id),
})
