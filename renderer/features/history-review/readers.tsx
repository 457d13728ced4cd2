import { goesWithRole } from '#domain/documents/reader-rules.ts'
import { readerRoleLabels, readerRoles } from '#domain/documents/rule-content.ts'
import { Facts } from '../../ui/facts.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { RegisterView } from './view.ts'

/** Who fills the part of each required reader in this stay. */
export function Readers({ view: { readers, unnamed } }: { view: RegisterView }) {
  const asked = readerRoles.filter(
    (role) => unnamed.includes(role) || readers.some((one) => one.role === role),
  )
  return (
    <Facts
      facts={asked.map((role) => {
        const found = readers.find((one) => one.role === role)
        return {
          name: readerRoleLabels[role],
          value: found ? (
            <>
              <Shown>{found.name}</Shown>
              {found.by === 'duty' && ' (on duty at the arrival)'}
            </>
          ) : goesWithRole(role) ? (
            'Whoever has this role; nobody is named'
          ) : (
            <Tag tone="warning">Nobody is named</Tag>
          ),
        }
      })}
    />
  )
}
