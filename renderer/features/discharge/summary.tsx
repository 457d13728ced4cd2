import type { ReactNode } from 'react'
import { agreementLabels, plannedEndLabels } from '#domain/discharge/plan.ts'
import { sentFormatLabels } from '#domain/discharge/sent.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import type { Outputs } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'

type View = Outputs['discharge']['view']

/** What is missing for an end of this kind; nothing where nothing is. */
export function MissingBanner({ missing }: { missing: readonly string[] }) {
  if (missing.length === 0) return null
  return (
    <Banner title="Before they leave" tone="warning">
      <ul>
        {missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Banner>
  )
}

export function PlanFacts({ plan }: { plan: NonNullable<View['plan']> }) {
  return (
    <>
      <Facts
        facts={[
          { name: 'Leaves', value: formatDateTime(plan.plannedFor) },
          {
            name: 'Where to',
            value: (
              <>
                {plannedEndLabels[plan.whereTo]}: <Shown>{plan.destination}</Shown>
              </>
            ),
          },
          {
            name: 'Social worker',
            value: (
              <>
                {agreementLabels[plan.agreement]}
                {plan.agreedWith && (
                  <>
                    , <Shown>{plan.agreedWith}</Shown>
                  </>
                )}
                {plan.agreedAt && `, ${formatDateTime(plan.agreedAt)}`}
                <ShownNote>{plan.agreedWhat}</ShownNote>
              </>
            ),
          },
          { name: 'Follow-up', value: <ShownNote>{plan.followUp}</ShownNote> },
          { name: 'Supervision and parenting', value: <ShownNote>{plan.parenting}</ShownNote> },
          { name: 'Medicines', value: <ShownNote>{plan.medication}</ShownNote> },
          { name: 'Feeding', value: <ShownNote>{plan.feeding}</ShownNote> },
          { name: 'Weight', value: <ShownNote>{plan.weight}</ShownNote> },
          { name: 'Documents handed on', value: <ShownNote>{plan.documents}</ShownNote> },
        ]}
      />
      <p className="app-quiet">
        Version {plan.version}, <Shown>{plan.by}</Shown>, {formatDateTime(plan.recordedAt)}
      </p>
    </>
  )
}

type Sent = View['sent'][number]

/** The summaries that went out, each to be opened as it was sent. */
export function SentSummaries({ view, open }: { view: View; open: (sent: Sent) => ReactNode }) {
  return (
    <Table
      caption="Summaries that were sent"
      rows={view.sent}
      rowKey={({ recordId }) => recordId}
      empty={<p>No summary has been sent yet.</p>}
      columns={[
        { name: 'To', cell: ({ sentTo }) => <Shown>{sentTo}</Shown> },
        {
          name: 'Sent',
          cell: ({ sentAt, by }) => (
            <>
              {formatDateTime(sentAt)}, <Shown>{by}</Shown>
            </>
          ),
        },
        {
          name: 'As',
          cell: ({ format, planVersion, sha256 }) => (
            <>
              {sentFormatLabels[format]}, from version {planVersion} of the plan
              <p className="app-quiet">Fingerprint {sha256.slice(0, 16)}</p>
            </>
          ),
        },
        { name: 'File', cell: open },
      ]}
    />
  )
}

/** What the summary takes from other records, and who was told. */
export function FromRecords({ view }: { view: View }) {
  return (
    <>
      <Section title="What the records say">
        <Table
          caption="What the records say"
          captionHidden
          rows={view.records}
          rowKey={({ what, from }) => `${what} ${from}`}
          empty={<p>No baby is with her.</p>}
          columns={[
            { name: 'What', cell: ({ what }) => <Shown>{what}</Shown> },
            { name: 'What is recorded', cell: ({ says }) => <Shown>{says}</Shown> },
            { name: 'From', cell: ({ from }) => <Shown>{from}</Shown> },
          ]}
        />
      </Section>
      <Section title="Who is told of the discharge">
        <Table
          caption="Who is told of the discharge"
          captionHidden
          rows={view.told}
          rowKey={({ whom, sent }) => `${whom} ${sent}`}
          empty={<p>Nobody yet: saving the plan lists who must be told before they leave.</p>}
          columns={[
            { name: 'Who', cell: ({ whom }) => <Shown>{whom}</Shown> },
            { name: 'Told', cell: ({ sent }) => <Shown>{sent}</Shown> },
            { name: 'Acknowledged', cell: ({ known }) => <Shown>{known}</Shown> },
          ]}
        />
      </Section>
    </>
  )
}
