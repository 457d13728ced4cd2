import { read, useRead } from '../../api.ts'
import { Exports } from '../../features/training/import/exports.tsx'
import { ImportSheet } from '../../features/training/import/import-sheet.tsx'
import { PastImports } from '../../features/training/import/past-imports.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { TrainingFrame } from './training-frame.tsx'

/** Spreadsheets of certificates and staff, in and out. */
export function ImportPage() {
  const mayStaff = useMay('staff:edit')
  const imports = useRead(read.training.imports.queryOptions(undefined))
  return (
    <TrainingFrame>
      <ImportSheet mayStaff={mayStaff} />
      <Ready reading={imports} what="imports">
        {(value) => <PastImports imports={value} mayStaff={mayStaff} />}
      </Ready>
      <Exports mayStaff={mayStaff} />
    </TrainingFrame>
  )
}
