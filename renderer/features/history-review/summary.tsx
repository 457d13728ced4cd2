import { Facts } from '../../ui/facts.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { RegisterView } from './view.ts'

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** The register in four lines: what came, what is unread, what is late, who on this shift has not read. */
export function RegisterSummary({ view }: { view: RegisterView }) {
  const { documents, missing } = view
  const inState = (...states: string[]) =>
    documents.filter(({ state }) => states.includes(state)).length
  const late = documents.filter(({ overdue }) => overdue).length
  const unread = inState('received', 're-opened')
  return (
    <Facts
      facts={[
        {
          name: 'On the register',
          value: (
            <>
              {counted(documents.length, 'document', 'documents')}: {inState('read')} read by all,{' '}
              {unread} received and not read by all, {inState('expected', 'asked')} not received
              {missing.length > 0 && (
                <p>
                  <Tag tone="warning">{missing.length} more are expected</Tag>
                </p>
              )}
            </>
          ),
        },
        {
          name: 'Late',
          value: late === 0 ? 'None' : <Tag tone="late">{late} late</Tag>,
        },
        { name: 'On this shift, not read', value: <NotReadOnShift view={view} /> },
      ]}
    />
  )
}

/** Who on this shift has not read everything as it stands: a list, not a measure. */
function NotReadOnShift({ view: { onShift, documents } }: { view: RegisterView }) {
  if (onShift.length === 0) return <>Nobody is recorded as on shift now</>
  const behind = onShift.filter(({ notRead }) => notRead.length > 0)
  if (behind.length === 0) return <>Everybody on this shift has read what was received</>
  const titleOf = new Map(documents.map(({ id, title }) => [id, title]))
  return (
    <ul className="history-plain">
      {behind.map(({ staffId, name, notRead }) => (
        <li key={staffId} title={notRead.map((id) => titleOf.get(id)).join('\n')}>
          <Shown>{name}</Shown>: {counted(notRead.length, 'document', 'documents')}
        </li>
      ))}
    </ul>
  )
}
