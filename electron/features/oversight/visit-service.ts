import type { z } from 'zod'
import { heldFaults } from '#domain/oversight/visit.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { oversightVisit, visitFinding } from '#drizzle/schema/oversight.ts'
import { noteOf } from '../../platform/note-of.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { Requirements } from './facts.ts'
import { visitById } from './rows.ts'
import type {
  callOffInput,
  changeVisitInput,
  findingInput,
  holdVisitInput,
  mistakeInput,
  planVisitInput,
} from './schemas.ts'

const visitNote = noteOf('oversight_visit')
const findingNote = noteOf('visit_finding')

export function planVisit(ctx: CommandContext, input: z.output<typeof planVisitInput>) {
  return ctx.write((tx) => {
    const made = tx.insert(oversightVisit, input)
    return { value: { id: made.recordId }, audit: [visitNote('visit.planned', made)] }
  })
}

/** Another day or title of what was planned, with the reason: measure 5g-5 counts it by the day that stands. */
export function changeVisit(ctx: CommandContext, input: z.output<typeof changeVisitInput>) {
  const { id, version, reason, visit } = input
  needPlanned(ctx, id)
  return ctx.write((tx) => {
    const made = tx.amend(oversightVisit, id, version, visit, reason)
    return { value: { id }, audit: [visitNote('visit.changed', made, reason)] }
  })
}

export function holdVisit(ctx: CommandContext, input: z.output<typeof holdVisitInput>) {
  const { id, version, ...held } = input
  needPlanned(ctx, id)
  const faults = heldFaults(held.heldOn, dateOf(ctx.now))
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  return ctx.write((tx) => {
    const made = tx.amend(oversightVisit, id, version, held, 'Held')
    return { value: { id }, audit: [visitNote('visit.held', made)] }
  })
}

export function callOffVisit(ctx: CommandContext, input: z.output<typeof callOffInput>) {
  const { id, version, because } = input
  needPlanned(ctx, id)
  return ctx.write((tx) => {
    const made = tx.amend(oversightVisit, id, version, { calledOffBecause: because }, because)
    return { value: { id }, audit: [visitNote('visit.called-off', made, because)] }
  })
}

export function withdrawVisit(ctx: CommandContext, input: z.output<typeof mistakeInput>) {
  visitById(ctx.db, input.id)
  return ctx.write((tx) => {
    const made = tx.withdraw(oversightVisit, input.id, input.version, input.reason)
    return {
      value: { id: input.id },
      audit: [visitNote('visit.withdrawn', made, input.reason)],
    }
  })
}

/** A strength, finding or recommendation of a visit that was held. */
export const addFinding =
  (requirements: Requirements) => (ctx: CommandContext, input: z.output<typeof findingInput>) => {
    if (visitById(ctx.db, input.visitId).heldOn === null)
      refuse('held', 'Record first that the visit was held, and what was seen')
    needRequirement(requirements, input.requirement)
    return ctx.write((tx) => {
      const made = tx.insert(visitFinding, input)
      return { value: { id: made.recordId }, audit: [findingNote('visit.found', made)] }
    })
  }

export function withdrawFinding(ctx: CommandContext, input: z.output<typeof mistakeInput>) {
  return ctx.write((tx) => {
    const made = tx.withdraw(visitFinding, input.id, input.version, input.reason)
    return {
      value: { id: input.id },
      audit: [findingNote('visit.finding-withdrawn', made, input.reason)],
    }
  })
}

export function needRequirement(requirements: Requirements, id: string): void {
  if (!requirements().some((one) => one.id === id))
    refuseField('requirement', 'Choose one of the requirements of the framework')
}

function needPlanned(ctx: CommandContext, id: string): void {
  const { heldOn, calledOffBecause } = visitById(ctx.db, id)
  if (heldOn !== null) refuse('held', 'This visit was held. What it found can still be added')
  if (calledOffBecause !== null) refuse('held', 'This visit was called off. Plan a new one')
}
