import { expect, test } from 'vitest'
import { type Basis, basisLine } from '#domain/shared/provenance.ts'

test.each<[Basis, string]>([
  [
    { kind: 'document', document: 'Interim care order', on: '2026-10-25' },
    'Document seen: Interim care order, 25 Oct 2026',
  ],
  [{ kind: 'told', by: 'Her mother', on: '2026-03-02' }, 'Told by someone: Her mother, 2 Mar 2026'],
  // An evening in UTC that was the next day in England.
  [
    { kind: 'observed', by: 'Sam Nurse', on: '2026-06-01T23:30:00.000Z' },
    'Observed by staff: Sam Nurse, 2 Jun 2026',
  ],
  [{ kind: 'not-established', by: 'The GP' }, 'Asked and not established: The GP'],
  [{ kind: 'opinion' }, 'Professional opinion'],
])('%o is printed as %s', (basis, line) => {
  expect(basisLine(basis)).toBe(line)
})
