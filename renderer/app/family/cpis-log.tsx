import { Link } from '@tanstack/react-router'
import { type CpisResult, cpisResultLabels } from '#domain/admission/record.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { fullName } from '../people/full-name.ts'
import type { FamilyView } from './family-view.ts'

/** Every look-up in the child protection information service: for whom, when, by whom, with what result. */
export function CpisLog({ family }: { family: FamilyView }) {
  const nameOf = (personId: string | null) => {
    const baby = family.babies.find(({ id }) => id === personId)
    return baby ? fullName(baby) : 'The expected baby'
  }
  return (
    <Section title="CP-IS checks">
      <Table
        caption="Checks in the child protection information service"
        captionHidden
        rows={family.cpis}
        rowKey={({ recordId }) => recordId}
        empty={
          <p>
            <Tag tone="warning">Not looked up</Tag> A check is recorded on the referral.
          </p>
        }
        columns={[
          { name: 'Child', cell: ({ personId }) => <Shown>{nameOf(personId)}</Shown> },
          {
            name: 'When',
            cell: ({ checkedAt }) =>
              checkedAt === null ? 'Time not recorded' : formatDateTime(checkedAt),
          },
          { name: 'Result', cell: ({ result }) => cpisResultLabels[result as CpisResult] },
          {
            name: 'Recorded by',
            cell: ({ by, reference }) => (
              <>
                {by}
                {reference && (
                  <p className="app-quiet">
                    <Shown>{reference}</Shown>
                  </p>
                )}
              </>
            ),
          },
        ]}
      />
      {family.referralIds.at(-1) && (
        <p>
          <Link
            to="/referrals/$referralId"
            params={{ referralId: family.referralIds.at(-1) ?? '' }}
          >
            Record a check on the referral
          </Link>
        </p>
      )}
    </Section>
  )
}
