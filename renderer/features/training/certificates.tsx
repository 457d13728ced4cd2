import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { act, useCommand } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Codes } from './codes.tsx'
import { EarlierVersions } from './earlier-versions.tsx'
import type { CertificateView } from './view.ts'
import { agenciesText, hoursText, shortLevel } from './words.ts'

interface CertificatesProps {
  staffId: string
  certificates: readonly CertificateView[]
  mayEdit: boolean
  onCorrect: (id: string) => void
}

/** Every certificate of one person, those entered in error struck through. */
export function Certificates({ staffId, certificates, mayEdit, onCorrect }: CertificatesProps) {
  const [withdrawing, withdraw] = useState<CertificateView>()
  const done = () => withdraw(undefined)
  return (
    <Section title="Certificates">
      {withdrawing && <Withdraw certificate={withdrawing} onDone={done} />}
      <Table
        caption="Certificates"
        captionHidden
        rows={certificates}
        rowKey={({ id }) => id}
        isWithdrawn={({ withdrawn }) => withdrawn}
        empty={<Empty>Nothing is recorded for this person yet.</Empty>}
        columns={[
          {
            name: 'Completed',
            cell: (one) => <CompletedCell certificate={one} />,
            sortBy: ({ completedOn }) => completedOn ?? '',
          },
          { name: 'Course', cell: (one) => <CourseCell certificate={one} /> },
          {
            name: 'Other agencies',
            cell: (one) => agenciesText(one),
          },
          {
            name: 'How it is known',
            cell: (one) => <KnownCell certificate={one} staffId={staffId} />,
          },
          ...(mayEdit
            ? [
                {
                  name: 'Change',
                  cell: (one: CertificateView) =>
                    !one.withdrawn && (
                      <div className="app-buttons">
                        <Button
                          kind="quiet"
                          small
                          label={`Correct ${one.course}, ${dayOf(one)}`}
                          onClick={() => onCorrect(one.id)}
                        >
                          Correct
                        </Button>
                        <Button
                          kind="quiet"
                          small
                          label={`Entered in error: ${one.course}, ${dayOf(one)}`}
                          onClick={() => withdraw(one)}
                        >
                          Entered in error
                        </Button>
                      </div>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

const dayOf = ({ completedOn }: CertificateView) =>
  completedOn ? formatDate(completedOn) : 'no day recorded'

function CompletedCell({ certificate }: { certificate: CertificateView }) {
  const { completedOn, expiresOn } = certificate
  return (
    <>
      {completedOn ? (
        <span className="training-whole">{formatDate(completedOn)}</span>
      ) : (
        <Tag tone="warning">Not recorded</Tag>
      )}
      {expiresOn && <div className="training-until">expires {formatDate(expiresOn)}</div>}
    </>
  )
}

function CourseCell({ certificate }: { certificate: CertificateView }) {
  const { course, level, topics, minutes, fromEarlierEmployer } = certificate
  const codes = [
    ...(level ? [shortLevel(level)] : []),
    ...(minutes === null ? [] : [hoursText(minutes)]),
    ...topics,
  ]
  return (
    <>
      <Shown>{course}</Shown>
      <div className="training-small">
        <Codes codes={codes} />
      </div>
      {fromEarlierEmployer && <Tag tone="info">From an earlier employer</Tag>}
    </>
  )
}

function KnownCell({ certificate, staffId }: { certificate: CertificateView; staffId: string }) {
  const { id, course, hasFile, evidence, reflection, withdrawn, reason, author, recordedAt } =
    certificate
  return (
    <>
      {evidence ? <Shown>{evidence}</Shown> : <Tag tone="warning">Not recorded</Tag>}
      <div className="training-small">
        {withdrawn ? 'Entered in error. Said by' : 'Entered by'} <Shown>{author}</Shown>,{' '}
        {formatDateTime(recordedAt)}
        {withdrawn && (
          <>
            : <Shown>{reason}</Shown>
          </>
        )}
      </div>
      {hasFile && (
        <Link
          to="/people/training/staff/$staffId/$certificateId/file"
          params={{ staffId, certificateId: id }}
          aria-label={`See the file: ${course}, ${dayOf(certificate)}`}
        >
          See the file
        </Link>
      )}
      {reflection && (
        <details>
          <summary>What they took from it</summary>
          <ShownNote>{reflection}</ShownNote>
        </details>
      )}
      <EarlierVersions certificate={certificate} />
    </>
  )
}

function Withdraw({ certificate, onDone }: { certificate: CertificateView; onDone: () => void }) {
  const withdraw = useCommand(act.training.withdrawCertificate.mutate)
  const { id, version } = certificate
  return (
    <Form<{ reason: string }>
      key={id}
      act="Mark as entered in error"
      kind="warning"
      save={({ reason }) => withdraw({ id, version, reason })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>
        <Shown>{certificate.course}</Shown>, {dayOf(certificate)}. It counts no more, and stays
        readable.
      </p>
      <TextField
        name="reason"
        label="Why it was entered in error"
        required="Enter why it was entered in error"
      />
    </Form>
  )
}
