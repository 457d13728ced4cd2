import { useState } from 'react'
import { needsApproval, sourceMarkLabels } from '#domain/shared/source.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type RevisionView, whereText } from './words.tsx'

interface RulesWithinProps {
  rules: RevisionView['rules']
  /** Somebody in the unit has approved them: their marks still say where they come from. */
  approved: boolean
}

/** Each rule with where it comes from; those that rest on a proposal or on memory can be shown alone. */
export function RulesWithin({ rules, approved }: RulesWithinProps) {
  const [open, setOpen] = useState(false)
  const unapproved = approved ? [] : rules.filter(({ mark }) => needsApproval(mark))
  const shown = open ? unapproved : rules
  return (
    <Section
      title={open ? `Unapproved defaults (${shown.length})` : `Rules (${shown.length})`}
      actions={
        unapproved.length > 0 &&
        unapproved.length < rules.length && (
          <Button kind="quiet" small onClick={() => setOpen(!open)}>
            {open ? 'Show all rules' : `Show the ${unapproved.length} unapproved defaults alone`}
          </Button>
        )
      }
    >
      <Table
        caption="Rules with their sources"
        captionHidden
        rows={shown}
        rowKey={({ where }) => where.join('/')}
        columns={[
          { name: 'Rule', cell: ({ where }) => <Shown>{whereText(where)}</Shown> },
          { name: 'What it says', cell: ({ says }) => <Shown>{says}</Shown> },
          { name: 'Source', cell: ({ source }) => <Shown>{source}</Shown> },
          {
            name: 'Mark',
            cell: ({ mark }) =>
              !approved && needsApproval(mark) ? (
                <>
                  <Tag tone="warning">Unapproved default</Tag>
                  <p className="app-quiet">{sourceMarkLabels[mark]}</p>
                </>
              ) : (
                sourceMarkLabels[mark]
              ),
          },
        ]}
      />
    </Section>
  )
}
