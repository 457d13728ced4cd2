import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { act, read, useCommand, useRead } from '../../api.ts'
import { DocumentFacts } from '../../features/history-review/document-facts.tsx'
import { FileView } from '../../features/history-review/file-view.tsx'
import { DocumentPast } from '../../features/history-review/past.tsx'
import { Reports } from '../../features/history-review/reports.tsx'
import { SignForm } from '../../features/history-review/sign-form.tsx'
import { StandInForm } from '../../features/history-review/stand-in-form.tsx'
import { useReading } from '../../features/history-review/use-reading.ts'
import type { DocumentView } from '../../features/history-review/view.ts'
import { OnThisShift, WhoMustRead } from '../../features/history-review/who-read.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { SecondPersonFields, SignatureField } from '../../ui/form/signature-fields.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay, useMe } from '../session/me.ts'
import { FamilyNames } from './family-names.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

/** One document: what it says, to be read and signed; who has read it; what happened to it. */
export function DocumentPage() {
  const { stayId, documentId } = useParams({ from: '/stays/$stayId/history/$documentId' })
  const document = useRead(read.documents.get.queryOptions({ documentId }))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={document} what="document">
        {(view) => (
          <>
            <PageHeader
              title={<Shown>{view.line.title}</Shown>}
              under={<FamilyNames stayId={stayId} />}
              back={
                <Link to="/stays/$stayId/history" params={{ stayId }} className="nhsuk-back-link">
                  Back to the history
                </Link>
              }
              actions={<Steps view={view} stayId={stayId} />}
            />
            <Document view={view} />
          </>
        )}
      </Ready>
    </div>
  )
}

function Document({ view: all }: { view: DocumentView }) {
  const [chosen, choose] = useState<string>()
  const current = all.reports.find(({ receivedId }) => receivedId === chosen) ?? all.current
  const view = { ...all, current }
  const reOpened = view.line.readers.find(({ reOpenedBy }) => reOpenedBy !== null)?.reOpenedBy
  const { onSeen, keep } = useReading(current)
  return (
    <>
      {reOpened && (
        <Banner title="It has changed since it was read: it is to be read again" tone="warning">
          <p>
            <Shown>{reOpened.why}</Shown>
          </p>
        </Banner>
      )}
      {view.reports.length > 1 && <Reports view={view} onChoose={choose} />}
      <div className="app-columns">
        <Section title="Document">
          <DocumentFacts view={view} />
        </Section>
        <div>
          <Signing view={view} beforeSigning={keep} />
          <Section title="Who on this shift has read it">
            <OnThisShift view={view} />
          </Section>
        </div>
      </div>
      <Section title="Who has to read it">
        <Readers view={view} />
      </Section>
      {current?.mediaType && (
        <Section title="The file">
          <FileView content={current} onSeen={onSeen} />
        </Section>
      )}
      <Section title="What happened to it">
        <DocumentPast view={view} />
        <EnteredInError view={view} />
      </Section>
    </>
  )
}

/** Who has to read it; the ward manager names who stands in for its author. */
function Readers({ view }: { view: DocumentView }) {
  const me = useMe()
  const [naming, name] = useState<DocumentView['needStandIn'][number]>()
  if (naming)
    return <StandInForm documentId={view.line.id} role={naming} onDone={() => name(undefined)} />
  return (
    <WhoMustRead
      view={view}
      standIn={(role) =>
        me.role === 'ward-manager' ? (
          <Button kind="quiet" small onClick={() => name(role)}>
            Name who stands in
          </Button>
        ) : (
          'The ward manager names who stands in.'
        )
      }
    />
  )
}

/** The sign-off, while there is something that the person has not signed as it stands. */
interface SigningProps {
  view: DocumentView
  /** Keeps how far it was read, so that it stands beside the sign-off. */
  beforeSigning: () => Promise<void>
}

function Signing({ view, beforeSigning }: SigningProps) {
  const me = useMe()
  const maySign = useMay('history:sign')
  const { current, signatures, ownParts, line } = view
  if (!current || !maySign || line.state === 'not-needed') return null
  const mine = signatures.filter(
    (one) => one.readerId === me.staffId && one.contentHash === current.contentHash,
  )
  const left = ownParts.filter((part) => current.open.includes(part))
  if (mine.length > 0 && left.length === 0) return null
  return (
    <Section title="Sign that you have read it">
      <SignForm view={view} current={current} signer={me.name} beforeSigning={beforeSigning} />
    </Section>
  )
}

function EnteredInError({ view: { current } }: { view: DocumentView }) {
  const withdraw = useCommand(act.documents.withdraw.mutate)
  const withdrawByTwo = useCommand(act.documents.withdrawByTwo.mutate)
  const signer = useMe().name
  const mayEdit = useMay('history:edit')
  if (!current || !mayEdit) return null
  const { receivedId, version, open } = current
  return (
    <WithdrawForm
      what="what is shown above"
      draft={`withdraw:${receivedId}:${version}`}
      withdraw={(reason, beside) => {
        const input = { id: receivedId, version, reason }
        return beside.second ? withdrawByTwo(input, beside) : withdraw(input)
      }}
      onDone={() => undefined}
      signature={open.length > 0 ? <BothSign signer={signer} /> : null}
    />
  )
}

function BothSign({ signer }: { signer: string }) {
  return (
    <>
      <p>
        Not everybody has read this who must. Nobody takes it back alone: a second person who has
        seen what is wrong signs with you.
      </p>
      <SignatureField signer={signer} />
      <SecondPersonFields who="who may edit the register" />
    </>
  )
}

/** The next step of the register as the main button, and the others beside it. */
function Steps({ view, stayId }: { view: DocumentView; stayId: string }) {
  const mayEdit = useMay('history:edit')
  if (!mayEdit) return null
  const { line, current } = view
  const params = { stayId, documentId: line.id }
  const look = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'
  const isClosed = line.state === 'not-held' || line.state === 'not-needed'
  const isAwaited = line.state === 'expected' || line.state === 'asked'
  return (
    <>
      {line.state === 'expected' && (
        <Link to="/stays/$stayId/history/$documentId/ask" params={params} className={look}>
          Asked for
        </Link>
      )}
      {line.state === 'asked' && (
        <Link to="/stays/$stayId/history/$documentId/chase" params={params} className={look}>
          Asked again
        </Link>
      )}
      {line.state !== 'not-needed' && (
        <Link to="/stays/$stayId/history/$documentId/receive" params={params} className={look}>
          {current ? 'Something new was received' : 'Received'}
        </Link>
      )}
      {current && (
        <Link to="/stays/$stayId/history/$documentId/correct" params={params} className={look}>
          Correct the entry
        </Link>
      )}
      {isAwaited && (
        <Link to="/stays/$stayId/history/$documentId/close" params={params} className={look}>
          It will not come
        </Link>
      )}
      {isClosed && (
        <Link to="/stays/$stayId/history/$documentId/reopen" params={params} className={look}>
          Put it back on the list
        </Link>
      )}
    </>
  )
}
