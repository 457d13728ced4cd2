import { useState } from 'react'
import type { ImportKind } from '#domain/training/import/columns.ts'
import { act } from '../../../api.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Section } from '../../../ui/section.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ColumnsForm } from './columns-form.tsx'
import { ImportForm } from './import-form.tsx'
import { QuestionsForm } from './questions-form.tsx'
import { Report } from './report.tsx'
import type { Look, Preview, Reading } from './view.ts'

interface Checked {
  reading: Reading
  preview: Preview
}

/** From a spreadsheet to records: choose, say what the columns hold, answer, see every row, import. */
export function ImportSheet({ kinds }: { kinds: readonly ImportKind[] }) {
  const [look, setLook] = useState<Look>()
  const [kind, setKind] = useState<ImportKind>(kinds[0] ?? 'certificates')
  const [sheet, setSheet] = useState(0)
  const [checked, setChecked] = useState<Checked>()
  const [said, say] = useState<string>()

  const start = (read: Look | undefined) => {
    setLook(read)
    setSheet(0)
    setChecked(undefined)
    if (read) say(undefined)
  }
  const check = async (reading: Reading) => {
    const reply = await act.training.previewImport.query(reading)
    if (reply.ok) setChecked({ reading, preview: reply.value as Preview })
    return reply
  }

  if (!look)
    return (
      <>
        {said && <Banner title={said} tone="good" />}
        <ChooseFile kinds={kinds} onRead={start} />
      </>
    )
  return (
    <>
      <Section title="The file">
        <p>
          <Shown>{look.fileName}</Shown>
        </p>
        <ColumnsForm
          look={look}
          sheet={sheet}
          kind={kind}
          kinds={kinds}
          onKind={(chosen) => {
            setKind(chosen)
            setChecked(undefined)
          }}
          onSheet={(chosen) => {
            setSheet(chosen)
            setChecked(undefined)
          }}
          check={(columns) =>
            check({ uploadId: look.uploadId, sheet, kind, columns, words: look.words[kind] })
          }
          onCancel={() => start(undefined)}
        />
      </Section>
      {checked && (
        <Section title="What would happen">
          <QuestionsForm
            {...checked}
            check={(answers) => check({ ...checked.reading, ...answers })}
          />
          <Report preview={checked.preview} />
          <ImportForm
            {...checked}
            onDone={(text) => {
              start(undefined)
              say(text)
            }}
          />
        </Section>
      )}
    </>
  )
}
