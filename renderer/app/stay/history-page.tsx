import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { read, useRead } from '../../api.ts'
import { ExpectForm } from '../../features/history-review/expect-form.tsx'
import { Missing } from '../../features/history-review/missing.tsx'
import { MustRead } from '../../features/history-review/must-read.tsx'
import { NameReaderForm } from '../../features/history-review/name-reader-form.tsx'
import { Readers } from '../../features/history-review/readers.tsx'
import { RegisterTable } from '../../features/history-review/register-table.tsx'
import { RegisterSummary } from '../../features/history-review/summary.tsx'
import type { RegisterView } from '../../features/history-review/view.ts'
import { Section } from '../../ui/section.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { documentLink } from './document-link.tsx'
import { HistoryTabs } from './history-tabs.tsx'
import { StayFormPage } from './stay-form-page.tsx'

const useRegister = (stayId: string) =>
  useRead(read.documents.register.queryOptions({ stayId, referralId: null }))

/** The history of a stay in full: what to read, what is expected, the register, and who reads. */
export function HistoryPage() {
  const { stayId } = useParams({ from: '/stays/$stayId/history' })
  const register = useRegister(stayId)
  return (
    <StayFormPage stayId={stayId} wide title={() => 'History'}>
      {() => (
        <Ready reading={register} what="history">
          {(view) => <History view={view} stayId={stayId} />}
        </Ready>
      )}
    </StayFormPage>
  )
}

const look = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'

function History({ view, stayId }: { view: RegisterView; stayId: string }) {
  const open = view.family.endedAt === null
  const mayEdit = useMay('history:edit')
  const link = documentLink(stayId)
  const params = { stayId }
  return (
    <>
      <HistoryTabs stayId={stayId} />
      <MustRead view={view} link={link} />
      <Missing view={view} mayEdit={mayEdit} />
      <Section
        title="Register of documents"
        actions={
          mayEdit &&
          open && (
            <Link to="/stays/$stayId/history/add" params={params} className={look}>
              Add a document
            </Link>
          )
        }
      >
        <RegisterTable view={view} link={link} />
      </Section>
      <div className="app-columns">
        <Section title="How it stands">
          <RegisterSummary view={view} />
          <p className="app-quiet">{view.limits.join('. ')}.</p>
        </Section>
        <Section
          title="Who must read"
          actions={
            mayEdit &&
            open && (
              <Link to="/stays/$stayId/history/reader" params={params} className={look}>
                Name a reader
              </Link>
            )
          }
        >
          <Readers view={view} />
        </Section>
      </div>
    </>
  )
}

/** A document that somebody expects. */
export function AddDocument() {
  const { stayId } = useParams({ from: '/stays/$stayId/history/add' })
  const back = useBackToHistory(stayId)
  const register = useRegister(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Add a document to the register'}>
      {() => (
        <Ready reading={register} what="history">
          {(view) => <ExpectForm view={view} stayId={stayId} onDone={back} />}
        </Ready>
      )}
    </StayFormPage>
  )
}

/** Who fills the part of a required reader. */
export function NameReader() {
  const { stayId } = useParams({ from: '/stays/$stayId/history/reader' })
  const back = useBackToHistory(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Name a reader'}>
      {() => <NameReaderForm stayId={stayId} onDone={back} />}
    </StayFormPage>
  )
}

function useBackToHistory(stayId: string) {
  const navigate = useNavigate()
  return () => void navigate({ to: '/stays/$stayId/history', params: { stayId } })
}
