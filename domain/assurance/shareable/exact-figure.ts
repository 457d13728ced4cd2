import type { Member, MemberClass } from '../measure.ts'
import type { Cell, ExactFigure, PartName, Unit } from './small-numbers.ts'

const classOf: Record<PartName, MemberClass> = {
  pass: 'pass',
  fail: 'fail',
  incomplete: 'incomplete',
  notEligible: 'not-eligible',
}

/** The exact cells of a measure's members, each with how many it speaks of. */
export function exactFigure(members: readonly Member[], unit: Unit): ExactFigure {
  const part = (name: PartName) =>
    cellOf(
      members.filter((member) => member.class === classOf[name]),
      unit,
    )
  return {
    pass: part('pass'),
    fail: part('fail'),
    incomplete: part('incomplete'),
    notEligible: part('notEligible'),
    n: cellOf(
      members.filter((member) => member.class !== 'not-eligible'),
      unit,
    ),
    population: cellOf(members, unit),
  }
}

/** Minutes are many where those who spent them are few: a cell of minutes speaks of so many pairs or stays. */
function cellOf(members: readonly Member[], unit: Unit): Cell {
  const quantity = members.reduce((sum, member) => sum + member.quantity, 0)
  const size =
    unit === 'count'
      ? quantity
      : new Set(members.map(({ key, records }) => records[0]?.recordId ?? key)).size
  return { size, quantity }
}

/** A figure of counts from its four parts. */
export function countsFigure(parts: Readonly<Record<PartName, number>>): ExactFigure {
  const cell = (quantity: number) => ({ size: quantity, quantity })
  const n = parts.pass + parts.fail + parts.incomplete
  return {
    pass: cell(parts.pass),
    fail: cell(parts.fail),
    incomplete: cell(parts.incomplete),
    notEligible: cell(parts.notEligible),
    n: cell(n),
    population: cell(n + parts.notEligible),
  }
}
