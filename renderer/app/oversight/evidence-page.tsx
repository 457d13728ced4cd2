import { Link, useNavigate } from '@tanstack/react-router'
import { evidenceKindLabels } from '#domain/oversight/evidence.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import {
  EvidenceForm,
  type EvidenceView,
  type Piece,
} from '../../features/oversight/evidence-form.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { OversightFrame } from './oversight-frame.tsx'

export const useEvidence = () => useRead(read.oversight.evidence.queryOptions(undefined))

/** Whether a piece counts today, in a word with the reason. */
export function Standing({ piece: { fault } }: { piece: Piece }) {
  if (fault === null) return <Tag tone="good">Counts</Tag>
  return (
    <>
      <Tag tone="warning">Does not count</Tag>{' '}
      <span className="app-quiet">
        {fault.because}
        {fault.on && ` (${formatDate(fault.on)})`}
      </span>
    </>
  )
}

/** The evidence behind the requirements: what there is, for what, and what counts today. */
export function EvidencePage() {
  const evidence = useEvidence()
  const mayEdit = useMay('oversight:edit')
  return (
    <OversightFrame
      title="Evidence"
      under="One piece may be for many requirements. What is stale, out of its period or changed does not count."
      back="assurance"
      wide
      actions={
        mayEdit && (
          <Link to="/assurance/evidence/add" className="nhsuk-button">
            Add evidence
          </Link>
        )
      }
    >
      <Ready reading={evidence} what="evidence">
        {(view) => (
          <>
            <Requirements view={view} />
            <Pieces view={view} />
          </>
        )}
      </Ready>
    </OversightFrame>
  )
}

const Requirements = ({ view }: { view: EvidenceView }) => (
  <Section title="By requirement">
    <Table
      caption="Evidence by requirement"
      captionHidden
      rows={view.requirements}
      rowKey={({ id }) => id}
      columns={[
        { name: 'Requirement', cell: ({ id, short }) => `${id} ${short}` },
        { name: 'Pieces', cell: ({ pieces }) => pieces, number: true },
        { name: 'Counting today', cell: ({ counting }) => counting, number: true },
        {
          name: 'In measure 5g-3',
          cell: ({ counting }) =>
            counting > 0 ? <Tag tone="good">Pass</Tag> : <Tag tone="danger">Fail</Tag>,
        },
      ]}
    />
  </Section>
)

const Pieces = ({ view }: { view: EvidenceView }) => (
  <Section title="Pieces of evidence">
    <Table
      caption="Pieces of evidence"
      captionHidden
      rows={view.pieces}
      rowKey={({ recordId }) => recordId}
      empty={<Empty>No evidence is recorded yet.</Empty>}
      columns={[
        {
          name: 'Title',
          cell: ({ recordId, title }) => (
            <Link to="/assurance/evidence/$evidenceId" params={{ evidenceId: recordId }}>
              <Shown>{title}</Shown>
            </Link>
          ),
          sortBy: ({ title }) => title,
        },
        { name: 'Kind', cell: ({ kind }) => evidenceKindLabels[kind] },
        { name: 'For', cell: ({ requirements }) => requirements.join(', ') },
        { name: 'Owner', cell: ({ ownerName }) => <Shown>{ownerName}</Shown> },
        {
          name: 'Review due',
          cell: ({ reviewDue }) => formatDate(reviewDue),
          sortBy: ({ reviewDue }) => reviewDue,
        },
        { name: 'Today', cell: (piece) => <Standing piece={piece} /> },
      ]}
    />
  </Section>
)

export function AddEvidencePage() {
  const evidence = useEvidence()
  const add = useCommand(act.oversight.addEvidence.mutate)
  const navigate = useNavigate()
  return (
    <OversightFrame title="Add evidence" back="evidence">
      <Ready reading={evidence} what="form">
        {(view) => (
          <EvidenceForm
            view={view}
            save={(entered) => add(entered)}
            onDone={() => void navigate({ to: '/assurance/evidence' })}
          />
        )}
      </Ready>
    </OversightFrame>
  )
}
