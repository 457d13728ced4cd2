import type { TestUnit } from './app.ts'
import { csv, reading } from './sheets.ts'
import { level3Course } from './training.ts'

const letters = (index: number) =>
  String.fromCharCode(65 + (index % 26), 97 + (Math.floor(index / 26) % 26))

/** Imports so many invented nursery nurses, each with ten certificates of level 3, as a unit would. */
export async function importManyStaff(unit: TestUnit, count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, index) => `Person ${letters(index)}x`)
  const years = Array.from({ length: 10 }, (_, index) => `202${index % 6}-0${1 + (index % 9)}-11`)
  await unit.as('safeguarding-lead').ok('training.addCourse', level3Course)
  const sheets = [
    {
      kind: 'staff',
      by: unit.as('ward-manager'),
      bytes: csv(
        'Name,Profession,Employment,Start date',
        ...names.map((name) => `${name},Nursery nurse,Substantive,2019-01-05`),
      ),
    },
    {
      kind: 'certificates',
      by: unit.as('safeguarding-lead'),
      bytes: csv(
        'Name,Course,Completed',
        ...names.flatMap((name) => years.map((day) => `${name},"${level3Course.title}",${day}`)),
      ),
    },
  ] as const
  for (const { kind, by, bytes } of sheets) {
    const input = await reading(by, bytes, kind, `${kind}.csv`)
    const { counts } = await by.ok<{ counts: { add: number; fault: number } }>(
      'training.previewImport',
      input,
    )
    if (counts.fault > 0) throw new Error(`${counts.fault} rows of ${kind} are faulty`)
    await by.ok('training.importSheet', { ...input, seen: { add: counts.add, fault: 0 } })
  }
}
