import type { ReactNode } from 'react'
import { isOpen } from '#domain/chronology/clashes.ts'
import { Banner } from '../../ui/banner.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { ChronologyView, Clash } from './view.ts'

/** Accounts that differ: both stay; a settled one stays readable with how it was settled. */
export function Clashes({
  view: { clashes, lines },
  settleLink,
}: {
  view: ChronologyView
  settleLink: (clash: Clash) => ReactNode
}) {
  if (clashes.length === 0) return null
  const open = clashes.filter(isOpen)
  const whatOf = new Map(lines.map(({ recordId, what }) => [recordId, what]))
  return (
    <Banner
      title={
        open.length === 0
          ? 'Accounts differed, and it was settled which holds'
          : `${open.length === 1 ? 'One thing is' : `${open.length} things are`} told in two ways`
      }
      tone={open.length === 0 ? 'info' : 'warning'}
    >
      <ul>
        {clashes.map((clash) => (
          <li key={`${clash.rule} ${clash.firstId} ${clash.secondId}`}>
            <Shown>{clash.text}</Shown>
            {clash.firstId === clash.secondId && (
              <>
                : <Shown>{whatOf.get(clash.firstId) ?? ''}</Shown>
              </>
            )}{' '}
            {isOpen(clash) ? (
              settleLink(clash)
            ) : (
              <>
                <Tag tone="good">Settled</Tag> <Shown>{clash.told?.settlement ?? ''}</Shown>
              </>
            )}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

/** What is not told: each is a question to ask. */
export function Gaps({ view: { gaps } }: { view: ChronologyView }) {
  if (gaps.length === 0)
    return <p>No gap: every stretch of time is told of, and everything came.</p>
  return (
    <ul className="history-plain">
      {gaps.map(({ kind, text, recordId }) => (
        <li key={`${kind} ${recordId ?? ''} ${text}`}>
          <Tag tone="warning">{gapWords[kind]}</Tag> <Shown>{text}</Shown>
        </li>
      ))}
    </ul>
  )
}

const gapWords = { time: 'Time', document: 'Document', undated: 'No date' } as const
