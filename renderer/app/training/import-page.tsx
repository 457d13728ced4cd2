import type { ImportKind } from '#domain/training/import/columns.ts'
import { read, useRead } from '../../api.ts'
import { Exports } from '../../features/training/import/exports.tsx'
import { ImportSheet } from '../../features/training/import/import-sheet.tsx'
import { PastImports } from '../../features/training/import/past-imports.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { TrainingFrame } from './training-frame.tsx'

const everything: readonly ImportKind[] = ['certificates', 'staff']

/** Spreadsheets of certificates and staff, in and out. */
export function ImportPage() {
  const mayStaff = useMay('staff:edit')
  const kinds = mayStaff ? everything : everything.slice(0, 1)
  const imports = useRead(read.training.imports.queryOptions({ kinds: [...everything] }))
  return (
    <TrainingFrame>
      <ImportSheet kinds={kinds} />
      <Ready reading={imports} what="imports">
        {(value) => <PastImports imports={value} mayUndo={kinds} />}
      </Ready>
      <Exports kinds={kinds} />
    </TrainingFrame>
  )
}
