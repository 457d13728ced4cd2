import { useState } from 'react'
import { act, type Outputs } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { ChangedFiguresTable } from '../assurance/changed-figures-table.tsx'
import { MakingProgress } from '../assurance/making-progress.tsx'
import { formats } from '../assurance/report-formats.ts'
import { useMay } from '../session/me.ts'
import type { WrittenView } from './view.ts'

type Checked = Outputs['writing']['checkFrozen']

const labelOf = (format: string) => formats.find(({ name }) => name === format)?.title ?? format

/** The files of a final report with their hashes, what changed since the factual check, and the making again. */
export function FrozenFiles({ view }: { view: WrittenView }) {
  const reportId = view.report.madeId
  return (
    <>
      <Section title="What changed since the factual check">
        {view.changes === null ? (
          <p>The figures of a shareable report are not compared here.</p>
        ) : (
          <ChangedFiguresTable figures={view.changes} empty="No figure changed." />
        )}
      </Section>
      <Section title="Its files">
        <Table
          caption="Files of the final report"
          captionHidden
          rows={view.final.files}
          rowKey={({ format }) => format}
          columns={[
            { name: 'Format', cell: ({ format }) => labelOf(format) },
            { name: 'Bytes', cell: ({ bytes }) => bytes.toLocaleString('en-GB'), number: true },
            { name: 'SHA-256', cell: ({ sha256 }) => <span className="app-break">{sha256}</span> },
          ]}
        />
        {reportId && <MakeAgain reportId={reportId} />}
      </Section>
    </>
  )
}

function MakeAgain({ reportId }: { reportId: string }) {
  const mayTake = useMay('assurance:report')
  const [checked, say] = useState<Checked | 'busy' | 'failed'>()
  const run = async () => {
    say('busy')
    const reply = await act.writing.checkFrozen.mutate({ reportId }).catch(() => undefined)
    say(reply?.ok ? reply.value : 'failed')
  }
  if (!mayTake) return null
  return (
    <>
      {checked === 'failed' && (
        <Banner title="The files could not be made again. Try again" tone="danger" urgent />
      )}
      {checked && checked !== 'busy' && checked !== 'failed' && <Verdict checked={checked} />}
      <Button kind="quiet" disabled={checked === 'busy'} onClick={() => void run()}>
        {checked === 'busy' ? 'Making them again' : 'Make them again and compare'}
      </Button>
      <MakingProgress busy={checked === 'busy'} />
    </>
  )
}

function Verdict({ checked: { files, figures, figuresCompared } }: { checked: Checked }) {
  const other = files.filter(({ same }) => !same)
  return (
    <>
      {other.length === 0 ? (
        <Banner title="Every file is the same bytes as when it was made final" tone="good" />
      ) : (
        <Banner
          title={`Not the same bytes: ${other.map(({ format }) => labelOf(format)).join(', ')}. The content is that of the kept hash; another version of the app lays it out in another way`}
          tone="warning"
        />
      )}
      {figuresCompared && figures.length === 0 && (
        <Banner
          title="Every figure, computed again from the records at its cut, is the same"
          tone="good"
        />
      )}
      {figures.length > 0 && (
        <>
          <Banner title="Figures differ when they are computed again at the cut" tone="danger" />
          <ChangedFiguresTable figures={figures} empty="" />
        </>
      )}
    </>
  )
}
