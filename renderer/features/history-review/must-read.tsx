import type { ReactNode } from 'react'
import { readerRoleLabels } from '#domain/documents/rule-content.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { RegisterView } from './view.ts'

interface MustReadProps {
  view: RegisterView
  /** The way to a document: its title as a link. */
  link: (documentId: string, title: string) => ReactNode
}

/** What the person who looks has to read: first on the page, and the largest thing on it. */
export function MustRead({ view: { mine }, link }: MustReadProps) {
  if (mine.length === 0) return null
  return (
    <section className="history-mine" aria-label="You have to read">
      <h3>You have to read {mine.length === 1 ? 'this' : `these ${mine.length}`}</h3>
      <ol>
        {mine.map(({ documentId, title, riskCritical, reOpened, dueAt, parts }) => (
          <li key={documentId} className="history-mine__one">
            <strong className="history-mine__title">{link(documentId, title)}</strong>
            <span className="history-mine__tags">
              {dueAt !== null && <Countdown what="Due" due={dueAt} soonMinutes={240} />}
              {riskCritical && <Tag tone="danger">Risk-critical</Tag>}
              {reOpened && <Tag tone="warning">Changed since it was read</Tag>}
              <span className="app-quiet">
                as {parts.map((part) => readerRoleLabels[part].toLowerCase()).join(', ')}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
