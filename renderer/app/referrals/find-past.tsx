import { Link } from '@tanstack/react-router'
import { useDeferredValue, useId, useState } from 'react'
import { formatDate } from '#domain/shared/calendar.ts'
import { searchTermsOf } from '#domain/shared/search-terms.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import { endedColumns } from './referral-columns.tsx'

/** Looks over past and present referrals and stays: by name, date of birth or NHS number. */
export function FindPast({ children }: { children: React.ReactNode }) {
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const id = useId()
  const searching = searchTermsOf(asked) !== null
  return (
    <>
      <div className="nhsuk-form-group admission-find">
        <label className="nhsuk-label" htmlFor={id}>
          Find a past or present referral or stay
        </label>
        <div className="nhsuk-hint" id={`${id}-hint`}>
          Name, date of birth (12/4/1995) or NHS number, of the mother or the baby
        </div>
        <input
          id={id}
          type="search"
          className="nhsuk-input nhsuk-input--width-20"
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {searching ? <Found text={asked} /> : children}
    </>
  )
}

type FoundView = Outputs['admission']['find']

function Found({ text }: { text: string }) {
  const found = useRead(read.admission.find.queryOptions({ text }))
  return (
    <Ready reading={found} what="records">
      {(value) => <FoundLists found={value} />}
    </Ready>
  )
}

function FoundLists({ found: { referrals, stays } }: { found: FoundView }) {
  if (referrals.length + stays.length === 0)
    return <Empty>Nobody of that name, date of birth or number was referred or stayed here.</Empty>
  return (
    <>
      <p role="status" className="app-hidden">
        {`${referrals.length} referrals and ${stays.length} stays found`}
      </p>
      <Section title={`Referrals (${referrals.length})`}>
        <Table
          caption="Referrals found"
          captionHidden
          columns={endedColumns}
          rows={referrals}
          rowKey={({ id }) => id}
          empty={<Empty>No referral.</Empty>}
        />
      </Section>
      <Section title={`Stays (${stays.length})`}>
        <Table
          caption="Stays found"
          captionHidden
          columns={[
            {
              name: 'Mother',
              cell: ({ stayId, mother }) => (
                <Link to="/stays/$stayId" params={{ stayId }}>
                  <Shown>{fullName(mother)}</Shown>
                </Link>
              ),
            },
            { name: 'Arrived', cell: ({ arrivedAt }) => formatDate(arrivedAt.slice(0, 10)) },
            {
              name: 'Left',
              cell: ({ endedAt }) =>
                endedAt ? formatDate(endedAt.slice(0, 10)) : 'On the unit now',
            },
          ]}
          rows={stays}
          rowKey={({ stayId }) => stayId}
          empty={<Empty>No stay.</Empty>}
        />
      </Section>
    </>
  )
}
