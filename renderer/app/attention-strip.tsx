import { Link } from '@tanstack/react-router'
import { read, useRead } from '../api.ts'
import { useMay } from './session/me.ts'

/**
 * What whoever answers for the record has to see to, above every page: backups that are too old, what
 * the store noticed by itself, a calendar that ends. Nothing is shown to others, and nothing on a good day.
 */
export function AttentionStrip() {
  const may = useMay('store:read')
  return may ? <Strip /> : null
}

/** What is reviewed beside the audit. */
const isAudit = (id: string) => id === 'emergency-access' || id === 'moved-words'

function Strip() {
  const attention = useRead({
    // A backup grows old without anybody writing anything.
    ...read.store.attention.queryOptions(undefined),
    refetchInterval: 60_000,
  })
  if (attention.state !== 'ready' || attention.value.length === 0) return null
  return (
    <section className="app-attention" aria-label="To see to">
      <ul>
        {attention.value.map(({ id, tone, message }) => (
          <li key={message} className={`app-attention__item app-attention__item--${tone}`}>
            {message}.{' '}
            {isAudit(id) ? (
              <Link to="/administration/audit">Review it</Link>
            ) : (
              id !== 'calendar' && (
                <Link to="/administration/backups">
                  {id === 'notice' ? 'See the safety of the record' : 'See the backups'}
                </Link>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
