import type { Basis } from '#domain/shared/provenance.ts'

/** A basis as the fields of a form hold it; an instant is cut to its day. */
export const basisTyped = (basis: Basis) => ({
  kind: basis.kind,
  by: basis.by ?? '',
  on: basis.on?.slice(0, 10) ?? '',
  document: basis.document ?? '',
})
