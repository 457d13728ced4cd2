import { useState } from 'react'
import type { ImportKind } from '#domain/training/import/columns.ts'
import { openFile } from '../../../api.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { sendSheet } from './send-sheet.ts'
import { sheetWords } from './sheet-words.ts'
import type { Look } from './view.ts'

const tooLarge = 'This file is larger than 10 MB. Save the one sheet as CSV, or split it'
const unreadable = 'The file could not be read. Choose it again'

interface ChooseFileProps {
  kinds: readonly ImportKind[]
  onRead: (look: Look) => void
}

/** Chooses a spreadsheet and has it read; nothing is written by that. */
export function ChooseFile({ kinds, onRead }: ChooseFileProps) {
  const [isReading, say] = useState(false)
  const [fault, setFault] = useState<string>()
  const choose = async () => {
    try {
      const file = await openFile(['xlsx', 'csv'])
      if (!file) return
      setFault(undefined)
      say(true)
      const sent = await sendSheet(file)
      if ('refused' in sent) setFault(sent.refused)
      else onRead(sent.look)
    } catch (error) {
      const isLarge = error instanceof Error && error.message.includes('file-too-large')
      setFault(isLarge ? tooLarge : unreadable)
    } finally {
      say(false)
    }
  }
  return (
    <Section title="Import a spreadsheet">
      <p>
        A sheet of {kinds.map((kind) => sheetWords[kind]).join(' or of ')}, as XLSX or CSV, of at
        most 50,000 rows. You see what would happen to every row before anything is recorded.
      </p>
      {fault && <Banner title={fault} tone="danger" urgent />}
      <Button disabled={isReading} onClick={() => void choose()}>
        {isReading ? 'Reading the file' : 'Choose a file'}
      </Button>
    </Section>
  )
}
