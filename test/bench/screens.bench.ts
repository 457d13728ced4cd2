import { spawnSync } from 'node:child_process'
import { addDaysToDate, dateOf } from '#domain/shared/calendar.ts'
import { examplePassword } from '../../electron/example/build-example.ts'
import { newest } from '../../electron/platform/standing.ts'
import { caller } from '../support/app.ts'
import { compared, report, sideBySide } from './measure.ts'
import { closeUnit, openYears, type Unit } from './measures.bench.ts'

const end = '2026-11-23T14:00:00.000Z'
const rounds = 9

async function window({ app }: Unit, signInName: string) {
  const own = caller(app, `${signInName} at the bench`)
  await own.ok('session.signIn', { signInName }, { password: examplePassword })
  return own
}

const idOf = ({ read }: Unit, sql: string) =>
  read.row<{ id: string }>(sql, { seq: newest })?.id ?? ''
const newestEpisode =
  'select record_id as id from episode where audit_seq <= @seq order by recognised_at desc'
const newestStay =
  'select record_id as id from stay where audit_seq <= @seq order by arrived_at desc'

const since = async (act: () => Promise<unknown>) => {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** What the service takes for the screens that are opened most, on two years, against a bare process start. */
export async function benchScreens(): Promise<string> {
  const unit = await openYears(2)
  try {
    const nurse = await window(unit, 'nurse')
    const commissioner = await window(unit, 'commissioner')
    const today = dateOf(end)
    const quarter = { first: addDaysToDate(today, -91), last: addDaysToDate(today, -1) }
    const episodeId = idOf(unit, newestEpisode)
    const owner = { stayId: idOf(unit, newestStay), referralId: null }
    const ask = (name: string, who: typeof nurse, path: string, input?: unknown) => ({
      name,
      run: () => since(() => who.ok(path, input)),
    })
    const bare = () => since(async () => spawnSync(process.execPath, ['-e', '0']))
    const timings = await sideBySide(
      [
        { name: 'bare process start', run: bare },
        ask('the board', nurse, 'board.cards'),
        ask('open duties', nurse, 'communications.open'),
        ask('how many duties are open', nurse, 'communications.counts'),
        ask('an episode of an unwell baby', nurse, 'unwellBaby.episode', { episodeId }),
        ask('the register of documents of a stay', nurse, 'documents.register', owner),
        ask(
          'requirements: a quarter and the four before',
          commissioner,
          'assurance.requirements',
          quarter,
        ),
        {
          name: 'sign-in, with its key derivation',
          run: () => since(() => window(unit, 'nurse2')),
        },
      ],
      rounds,
    )
    return report('Screens on two years (ratio to a bare process start)', compared(timings))
  } finally {
    closeUnit(unit)
  }
}
