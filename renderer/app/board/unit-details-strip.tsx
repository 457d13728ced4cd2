import { Link } from '@tanstack/react-router'
import { read, useRead } from '../../api.ts'
import { useMay } from '../session/me.ts'

/** To whoever can mend it: what the words for a 999 call cannot say. Until then it stands on the board. */
export const UnitDetailsStrip = () => (useMay('unit:settings') ? <Missing /> : null)

function Missing() {
  const unit = useRead(read.stays.unit.queryOptions(undefined))
  if (unit.state !== 'ready') return null
  const missing = (['address', 'telephone'] as const).filter((what) => !unit.value[what]?.trim())
  if (missing.length === 0) return null
  return (
    <section className="board-strip board-strip--warn" aria-label="Details of the unit">
      <strong>The words for a 999 call have no {missing.join(' and no ')} of the unit</strong>
      <Link to="/administration/unit">Record {missing.length === 1 ? 'it' : 'them'} now</Link>
    </section>
  )
}
