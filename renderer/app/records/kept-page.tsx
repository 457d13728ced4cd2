import { useState } from 'react'
import { type Outputs, read, useRead } from '../../api.ts'
import { Section } from '../../ui/section.tsx'
import { PageButtons, usePages } from '../pages.tsx'
import { Ready } from '../reading.tsx'
import { LiftHold, PlaceHold } from './hold-forms.tsx'
import { KeptFamilies } from './kept-families.tsx'
import { KeptStaff } from './kept-staff.tsx'

type Page = Outputs['retention']['kept']
export type Family = Page['rows'][number]

/** Until when the record of each family is kept, what is due for appraisal, and the way to a copy for its subject. */
export function KeptPage() {
  const [holding, hold] = useState<Family>()
  const done = () => hold(undefined)
  return (
    <>
      <Section title="How long records are kept">
        <p>
          By the NHS Records Management Code of Practice, the longest rule of the family. The app
          removes nothing: a record that is due is appraised by people, and stays until the trust
          has decided. The audit is kept as long as the records.
        </p>
        {!holding && <Families onHold={hold} />}
        {holding &&
          (holding.hold ? (
            <LiftHold hold={holding.hold} onDone={done} />
          ) : (
            <PlaceHold family={holding} onDone={done} />
          ))}
      </Section>
      {!holding && <KeptStaff />}
    </>
  )
}

function Families({ onHold }: { onHold: (family: Family) => void }) {
  const pages = usePages<NonNullable<Page['next']>>()
  const { after } = pages
  const kept = useRead(read.retention.kept.queryOptions({ ...(after ? { after } : {}) }))
  return (
    <Ready reading={kept} what="records">
      {({ rows, of, due, next }) => (
        <>
          <p>
            {of === 1 ? '1 family' : `${of} families`}, {due === 0 ? 'none' : due} due for
            appraisal. What has to be kept for the shortest time stands first.
          </p>
          <KeptFamilies families={rows} onHold={onHold} />
          <PageButtons
            pages={pages}
            next={next}
            words={{ back: 'Those kept shorter', on: 'Those kept longer' }}
          />
        </>
      )}
    </Ready>
  )
}
