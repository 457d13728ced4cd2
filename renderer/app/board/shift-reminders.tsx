import { Link } from '@tanstack/react-router'
import { dateOf, formatDate, formatDateTime, formatTime } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { read, useRead } from '../../api.ts'
import { reminderLines } from '../../features/culture/reflections-due.tsx'
import { CoverInShort, gapText } from '../../features/training/cover.tsx'
import { Tag } from '../../ui/tag.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { useMay } from '../session/me.ts'
import type { BoardView } from './board-view.ts'

/** Whether this shift has what every shift needs, and the next one that has not: told before it begins. */
export function Cover() {
  // Training runs out at midnight, without anybody writing anything.
  const cover = useRead({ ...read.training.cover.queryOptions(undefined), refetchInterval: 60_000 })
  if (cover.state !== 'ready') return null
  // A time for which nobody is on the roster yet hides no shift that has people and lacks cover.
  const coming = [true, false].flatMap(
    (empty) => cover.value.gaps.find((gap) => !gap.begun && (gap.nobody ?? false) === empty) ?? [],
  )
  const nobodyNow = cover.value.gaps.find(({ begun, nobody }) => begun && nobody)
  return (
    <>
      <CoverInShort cover={cover.value} />
      {nobodyNow && (
        <Link
          to="/people/roster"
          title={`Until ${formatDateTime(nobodyNow.to)} nobody is on the roster`}
        >
          <Tag tone="danger">Nobody on the roster</Tag>
        </Link>
      )}
      {coming.map((next) => (
        <Link
          key={next.from}
          to="/people/roster"
          title={`${formatDateTime(next.from)}: ${gapText(next)}`}
        >
          <Tag tone="danger">
            {next.nobody ? 'Nobody on the roster' : 'No cover'} from {inShort(next.from)}
          </Tag>
        </Link>
      ))}
    </>
  )
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'Europe/London' })

/** Within the next seven days the weekday says which day it is. */
const inShort = (at: Instant) => `${weekday.format(new Date(at))} ${formatTime(at)}`

/** About which babies staff are to be asked, and by when; told to those who ask. */
export function SpotChecksToMake({ beds }: { beds: BoardView['beds'] }) {
  return useMay('spot-check:ask') && <Reminders beds={beds} />
}

function Reminders({ beds }: { beds: BoardView['beds'] }) {
  const reading = useRead({
    ...read.culture.spotReminders.queryOptions(undefined),
    // A limit runs out without anybody writing anything.
    refetchInterval: 600_000,
  })
  if (reading.state !== 'ready' || reading.value.waiting.length === 0) return null
  const { waiting } = reading.value
  const bedOf = (pairId: string) =>
    bedTitle(beds.find(({ pairs }) => pairs.some((one) => one.pairId === pairId))?.bedName ?? '')
  const named = waiting.map(
    ({ pairId, dueAt, late }) =>
      `${bedOf(pairId)} ${late ? 'late since' : 'by'} ${formatDate(dateOf(dueAt))}`,
  )
  const late = waiting.filter((one) => one.late).length
  return (
    <Link to="/people/culture/spot-checks" title={named.join('; ')}>
      <Tag tone={late > 0 ? 'late' : 'info'}>
        {waiting.length === 1
          ? `Spot check ${late > 0 ? 'late' : 'due'}`
          : `${waiting.length} spot checks due${late > 0 ? `, ${late} late` : ''}`}
      </Tag>
    </Link>
  )
}

/** On what the unit has to reflect, and by when; told to those who lead the learning. */
export function ReflectionsToHold() {
  return useMay('spot-check:ask') && <Reflections />
}

function Reflections() {
  const reading = useRead({
    ...read.culture.reflectionReminders.queryOptions(undefined),
    // A limit runs out without anybody writing anything.
    refetchInterval: 600_000,
  })
  if (reading.state !== 'ready') return null
  const lines = reminderLines(reading.value)
  if (lines.length === 0) return null
  const late = lines.filter((one) => one.late).length
  return (
    <Link to="/people/culture" title={lines.map(({ text }) => text).join('; ')}>
      <Tag tone={late > 0 ? 'late' : 'info'}>
        {lines.length === 1
          ? `Reflection ${late > 0 ? 'late' : 'due'}`
          : `${lines.length} reflections due${late > 0 ? `, ${late} late` : ''}`}
      </Tag>
    </Link>
  )
}
