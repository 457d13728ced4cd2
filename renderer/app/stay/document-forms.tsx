import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { read, useRead } from '../../api.ts'
import { ReceiveForm } from '../../features/history-review/receive-form.tsx'
import {
  AskForm,
  ChaseForm,
  CloseForm,
  ReopenForm,
} from '../../features/history-review/step-forms.tsx'
import type { DocumentView } from '../../features/history-review/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { FamilyNames } from './family-names.tsx'

interface Step {
  stayId: string
  documentId: string
}

interface StepPageProps extends Step {
  title: string
  children: (view: DocumentView, done: () => void) => ReactNode
}

/** A page of one step of a document: which one, the way back, and what is asked. */
function StepPage({ stayId, documentId, title, children }: StepPageProps) {
  const navigate = useNavigate()
  const document = useRead(read.documents.get.queryOptions({ documentId }))
  const params = { stayId, documentId }
  const done = () => void navigate({ to: '/stays/$stayId/history/$documentId', params })
  return (
    <div className="app-main app-main--reading">
      <Ready reading={document} what="document">
        {(view) => (
          <>
            <PageHeader
              title={title}
              under={
                <>
                  <Shown>{view.line.title}</Shown>: <FamilyNames stayId={stayId} />
                </>
              }
              back={
                <Link
                  to="/stays/$stayId/history/$documentId"
                  params={params}
                  className="nhsuk-back-link"
                >
                  Back to the document
                </Link>
              }
            />
            {children(view, done)}
          </>
        )}
      </Ready>
    </div>
  )
}

const from = '/stays/$stayId/history/$documentId'

export function AskForDocument() {
  const step = useParams({ from: `${from}/ask` })
  return (
    <StepPage {...step} title="It was asked for">
      {(_, done) => <AskForm documentId={step.documentId} onDone={done} />}
    </StepPage>
  )
}

export function ChaseDocument() {
  const step = useParams({ from: `${from}/chase` })
  return (
    <StepPage {...step} title="It was asked for again">
      {(_, done) => <ChaseForm documentId={step.documentId} onDone={done} />}
    </StepPage>
  )
}

export function CloseDocument() {
  const step = useParams({ from: `${from}/close` })
  return (
    <StepPage {...step} title="It will not come">
      {(_, done) => <CloseForm documentId={step.documentId} onDone={done} />}
    </StepPage>
  )
}

export function ReopenDocument() {
  const step = useParams({ from: `${from}/reopen` })
  return (
    <StepPage {...step} title="Put it back on the list">
      {(_, done) => <ReopenForm documentId={step.documentId} onDone={done} />}
    </StepPage>
  )
}

export function ReceiveDocument() {
  const step = useParams({ from: `${from}/receive` })
  return (
    <StepPage {...step} title="It was received">
      {(view, done) => <ReceiveForm view={view} documentId={step.documentId} onDone={done} />}
    </StepPage>
  )
}

export function CorrectDocument() {
  const step = useParams({ from: `${from}/correct` })
  return (
    <StepPage {...step} title="Correct the entry">
      {(view, done) =>
        view.current ? (
          <ReceiveForm
            view={view}
            documentId={step.documentId}
            correcting={view.current}
            onDone={done}
          />
        ) : (
          <Banner title="Nothing has been received that could be corrected" />
        )
      }
    </StepPage>
  )
}
