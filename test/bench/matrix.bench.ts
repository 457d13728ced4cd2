import { spawnSync } from 'node:child_process'
import { startTestUnit, type TestUser } from '../support/app.ts'
import { importManyStaff } from '../support/many-staff.ts'
import { compared, report, sideBySide } from './measure.ts'

const people = 500
const rounds = 9

const since = async (act: () => Promise<unknown>) => {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** What the service takes for the training of 500 people with ten certificates each, against a bare process start. */
export async function benchMatrix(): Promise<string> {
  const unit = await startTestUnit()
  try {
    await importManyStaff(unit, people)
    const ask = (name: string, who: TestUser, path: string, input?: unknown) => ({
      name,
      run: () => since(() => who.ok(path, input)),
    })
    const lead = unit.as('safeguarding-lead')
    const timings = await sideBySide(
      [
        {
          name: 'bare process start',
          run: () => since(async () => spawnSync(process.execPath, ['-e', '0'])),
        },
        ask('the matrix', lead, 'training.matrix', {}),
        ask('the matrix of a day two years ago', lead, 'training.matrix', { on: '2024-11-23' }),
        ask('what lapses in 90 days', lead, 'training.ending', { days: 90 }),
        ask('in date by profession over two years', lead, 'training.overTime'),
      ],
      rounds,
    )
    return report(`Training of ${people} people (ratio to a bare process start)`, compared(timings))
  } finally {
    unit.close()
  }
}
