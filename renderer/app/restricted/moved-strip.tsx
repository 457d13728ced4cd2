import { Link } from '@tanstack/react-router'
import { read, useRead } from '../../api.ts'

/** Tells whoever wrote something that somebody made a restricted entry of it, until they say that they have seen it. */
export function MovedStrip() {
  const told = useRead(read.restricted.told.queryOptions(undefined))
  if (told.state !== 'ready' || told.value === 0) return null
  return (
    <section className="app-attention" aria-label="For you">
      <ul>
        <li className="app-attention__item app-attention__item--warning">
          Somebody made a restricted entry of what you wrote: {told.value}.{' '}
          <Link to="/moved">See what, and why</Link>
        </li>
      </ul>
    </section>
  )
}
