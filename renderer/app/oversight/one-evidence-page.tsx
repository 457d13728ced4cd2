import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { evidenceKindLabels } from '#domain/oversight/evidence.ts'
import { pinnableLabels } from '#domain/oversight/pinnable.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { act, openFile, useCommand } from '../../api.ts'
import {
  EvidenceForm,
  type EvidenceView,
  type Piece,
} from '../../features/oversight/evidence-form.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { type Fact, Facts } from '../../ui/facts.tsx'
import { hashOfFile } from '../../ui/form/file-hash-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import { Standing, useEvidence } from './evidence-page.tsx'
import { OversightFrame } from './oversight-frame.tsx'

/** One piece of evidence: whether it counts, and what keeps it so. */
export function OneEvidencePage() {
  const { evidenceId } = useParams({ from: '/assurance/evidence/$evidenceId' })
  const evidence = useEvidence()
  return (
    <Ready reading={evidence} what="evidence">
      {(view) => {
        const piece = view.pieces.find(({ recordId }) => recordId === evidenceId)
        return piece ? (
          <OnePiece key={piece.version} view={view} piece={piece} />
        ) : (
          <OversightFrame title="Evidence" back="evidence">
            <Banner title="This evidence is not on record any more" tone="warning" />
          </OversightFrame>
        )
      }}
    </Ready>
  )
}

function OnePiece({ view, piece }: { view: EvidenceView; piece: Piece }) {
  const mayEdit = useMay('oversight:edit')
  return (
    <OversightFrame title={piece.title} under={evidenceKindLabels[piece.kind]} back="evidence">
      <Section title="What it is">
        <Facts facts={factsOf(piece)} />
      </Section>
      {piece.fileHash !== null && <SameFile hash={piece.fileHash} />}
      {mayEdit && <Acts view={view} piece={piece} />}
    </OversightFrame>
  )
}

function factsOf(piece: Piece): Fact[] {
  const shown = (name: string, text: string | null): Fact[] =>
    text === null ? [] : [{ name, value: <Shown>{text}</Shown> }]
  return [
    { name: 'Today', value: <Standing piece={piece} /> },
    { name: 'For', value: piece.requirements.join(', ') },
    ...shown('Who answers for it', piece.ownerName),
    { name: 'In effect from', value: formatDate(piece.effectiveFrom) },
    ...(piece.effectiveTo
      ? [{ name: 'Last day in effect', value: formatDate(piece.effectiveTo) }]
      : []),
    { name: 'Review due', value: formatDate(piece.reviewDue) },
    ...shown('Revision', piece.revision),
    ...shown('File', piece.fileName),
    ...shown('Where it is kept', piece.keptAt),
    ...(piece.fileHash
      ? [{ name: 'SHA-256', value: <span className="app-break">{piece.fileHash}</span> }]
      : []),
    ...(piece.pinnedType
      ? [
          {
            name: 'Record',
            value: (
              <>
                {pinnableLabels[piece.pinnedType]}: <Shown>{piece.pinnedTitle ?? ''}</Shown>,
                version {piece.pinnedVersion}
              </>
            ),
          },
        ]
      : []),
  ]
}

/** Whether a file is the very one that was recorded. */
function SameFile({ hash }: { hash: string }) {
  const [found, say] = useState<{ name: string; same: boolean } | 'unreadable'>()
  const choose = async () => {
    try {
      const file = await openFile([])
      if (file) say({ name: file.name, same: (await hashOfFile(file.bytes)) === hash })
    } catch {
      say('unreadable')
    }
  }
  return (
    <Section title="Is a file this very document?">
      {found === 'unreadable' && (
        <Banner title="The file could not be read. Choose it again" tone="danger" urgent />
      )}
      {found && found !== 'unreadable' && (
        <Banner
          title={
            found.same ? 'It is the file that was recorded' : 'It is not the file that was recorded'
          }
          tone={found.same ? 'good' : 'danger'}
        >
          <p>
            <Shown>{found.name}</Shown>
          </p>
        </Banner>
      )}
      <Button kind="quiet" onClick={() => void choose()}>
        Hold a file against it
      </Button>
    </Section>
  )
}

function Acts({ view, piece }: { view: EvidenceView; piece: Piece }) {
  const [changing, change] = useState(false)
  const save = useCommand(act.oversight.changeEvidence.mutate)
  const pin = useCommand(act.oversight.pinAgain.mutate)
  const withdraw = useCommand(act.oversight.withdrawEvidence.mutate)
  const navigate = useNavigate()
  const [fault, say] = useState<string>()
  const { recordId: id, version } = piece
  const again = async () => {
    const reply = await pin({ id, version })
    say(reply.ok ? undefined : reply.failure.message)
  }
  return (
    <Section title="Keep it in date">
      {fault && <Banner title={fault} tone="danger" urgent />}
      {changing ? (
        <EvidenceForm
          view={view}
          piece={piece}
          save={(evidence, reason) => save({ id, version, reason, evidence })}
          onDone={() => change(false)}
        />
      ) : (
        <div className="app-buttons">
          {piece.pinnedId !== null && (
            <Button kind="quiet" onClick={() => void again()}>
              I have looked at it again: pin it as it stands
            </Button>
          )}
          <Button kind="quiet" onClick={() => change(true)}>
            Enter a new revision
          </Button>
        </div>
      )}
      <WithdrawForm
        what="this evidence"
        draft={`evidence-mistake:${id}`}
        withdraw={(reason) => withdraw({ id, version, reason })}
        onDone={() => void navigate({ to: '/assurance/evidence' })}
      />
    </Section>
  )
}
