import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { disclosureLabels } from '#domain/assurance/report-words.ts'
import { act, type Outputs, read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { ChangedSince } from './changed-since.tsx'
import { MakingProgress } from './making-progress.tsx'
import { type FormatName, formats } from './report-formats.ts'
import { SealPack } from './seal-pack.tsx'
import { useSaving } from './use-saving.ts'

const PdfPages = lazy(() => import('../../ui/pdf-pages.tsx'))

/** One report: what it is, its pages as they print, and its files to take away. */
export function ReportPage() {
  const { reportId } = useParams({ from: '/assurance/reports/$reportId' })
  const report = useRead(read.assurance.reportHead.queryOptions({ reportId }))
  const mayTake = useMay('assurance:report')
  return (
    <div className="app-main app-main--wide">
      <Ready reading={report} what="report">
        {({ cover, contentHash }) => (
          <>
            <PageHeader
              title={<Shown>{cover.title}</Shown>}
              under={`${cover.period.label}. ${cover.classification}`}
              back={
                <Link to="/assurance/reports" className="nhsuk-back-link">
                  Back to the reports
                </Link>
              }
            />
            <Section title="The report">
              <Facts
                facts={[
                  { name: 'Unit', value: <Shown>{cover.unit.name}</Shown> },
                  { name: 'Kind', value: disclosureLabels[cover.disclosure] },
                  { name: 'Version', value: `${cover.version}, ${cover.state}` },
                  { name: 'Goes to', value: <Shown>{cover.distribution.join(', ')}</Shown> },
                  {
                    name: 'Content hash',
                    value: <span className="app-break">{contentHash}</span>,
                  },
                ]}
              />
            </Section>
            {mayTake && <TakeAway reportId={reportId} />}
            {mayTake && <SealPack reportId={reportId} />}
            {mayTake && <Preview reportId={reportId} />}
            {cover.disclosure === 'restricted' && <ChangedSince reportId={reportId} />}
          </>
        )}
      </Ready>
    </div>
  )
}

/** Bytes cross the bridge as they are. */
type ReportFile = Omit<Outputs['assurance']['file'], 'bytes'> & { bytes: Uint8Array }

function TakeAway({ reportId }: { reportId: string }) {
  const { said, save } = useSaving()
  const [busy, setBusy] = useState<FormatName>()
  const take = async (format: FormatName) => {
    setBusy(format)
    await save(() => act.assurance.file.mutate({ reportId, format }))
    setBusy(undefined)
  }
  return (
    <Section title="Take it away">
      {said && <Banner title={said.text} tone={said.good ? 'good' : 'danger'} />}
      <div className="app-buttons">
        {formats.map(({ name, label }) => (
          <Button
            key={name}
            kind={name === 'pdf' ? 'main' : 'quiet'}
            disabled={busy !== undefined}
            onClick={() => void take(name)}
          >
            {busy === name ? 'Making the file' : label}
          </Button>
        ))}
      </div>
      <MakingProgress busy={busy !== undefined} />
      <p className="app-quiet">
        Every taking away is kept in the audit, with the hash of the file.
      </p>
    </Section>
  )
}

/** The pages as they print: the same bytes as the file. Looking at them is in the audit too. */
function Preview({ reportId }: { reportId: string }) {
  const [pdf, setPdf] = useState<Uint8Array>()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const show = async () => {
    setState('busy')
    const reply = await act.assurance.preview.mutate({ reportId }).catch(() => undefined)
    if (reply?.ok) setPdf((reply.value as unknown as ReportFile).bytes)
    setState(reply?.ok ? 'idle' : 'failed')
  }
  return (
    <Section
      title="As it prints"
      actions={
        !pdf && (
          <Button kind="quiet" small disabled={state === 'busy'} onClick={() => void show()}>
            {state === 'busy' ? 'Making the pages' : 'Show the pages'}
          </Button>
        )
      }
    >
      {state === 'failed' && (
        <Banner title="The pages could not be made. Try again" tone="danger" urgent />
      )}
      <MakingProgress busy={state === 'busy'} />
      {pdf ? (
        <Suspense fallback={<Loading what="pages" />}>
          <PdfPages bytes={pdf} />
        </Suspense>
      ) : (
        <p className="app-quiet">The same pages as the PDF, before it is taken away.</p>
      )}
    </Section>
  )
}
