import {
  addDaysToDate,
  addHours,
  addMinutes,
  dateOf,
  firstInstantAt,
} from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { emergencyFile } from '../features/board/emergency.ts'
import { addDuty, onShift } from '../features/users/shift.ts'
import type { World } from './world.ts'

const shifts = [
  { starts: '07:00', hours: 12.5 },
  { starts: '19:00', hours: 12.5 },
] as const

/** Between the beginning of a shift and the sheet that is printed at its handover. */
const handoverMinutes = 20

/** Who was on shift in the last fortnight, and who is on now: days and nights, one nurse in charge of each. */
export function shiftStory(world: World): void {
  const today = dateOf(world.end)
  for (let back = 14; back >= 0; back -= 1) {
    const date = addDaysToDate(today, -back)
    for (const [night, shift] of shifts.entries()) {
      const startsAt = firstInstantAt(date, shift.starts)
      world.timeline.at(addHours(startsAt, -1), () => roster(world, startsAt, shift.hours, night))
    }
  }
  printedAtTheLastChange(world)
}

/** The nurse in charge prints the emergency sheet as the shift that is on begins; those before were shredded. */
function printedAtTheLastChange(world: World): void {
  const today = dateOf(world.end)
  const begun = [addDaysToDate(today, -1), today]
    .flatMap((date) => shifts.map(({ starts }) => firstInstantAt(date, starts)))
    .filter((startsAt) => addMinutes(startsAt, handoverMinutes) < world.end)
    .at(-1)
  if (begun === undefined) return
  world.timeline.at(addMinutes(begun, handoverMinutes), () => {
    const inCharge = world.look(({ db }) =>
      onShift(db, begun).find(({ nurseInCharge }) => nurseInCharge),
    )
    const nurse = world.accounts.find(({ staffId }) => staffId === inCharge?.staffId)
    return nurse && world.as(nurse, (ctx) => emergencyFile(ctx, { format: 'pdf' }))
  })
}

function roster(world: World, startsAt: Instant, hours: number, night: number): void {
  const onWard = world.accounts.filter(({ role }) => role === 'nurse' || role === 'nursery-nurse')
  const turn = onWard.filter((_, index) => index % 2 === night)
  const endsAt = addHours(startsAt, hours)
  const inCharge = turn.find(({ role }) => role === 'nurse')
  for (const actor of turn)
    world.as(world.someone('ward-manager'), (ctx) =>
      addDuty(ctx, {
        staffId: actor.staffId,
        startsAt,
        endsAt,
        nurseInCharge: actor.staffId === inCharge?.staffId,
      }),
    )
}
