import { useEffect, useRef, useState } from 'react'
import { type Find, mostMore, searchKinds } from '#domain/search/found.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { LeadsLink } from '../leads-link.tsx'
import { Ready } from '../reading.tsx'

type Found = Outputs['search']['find']

/** What the text finds, kind by kind. */
export function Results({ text, onFollow }: { text: string; onFollow: () => void }) {
  const found = useRead(read.search.find.queryOptions({ text }))
  return (
    <Ready reading={found} what="what was found">
      {(value) => <Groups text={text} found={value} onFollow={onFollow} />}
    </Ready>
  )
}

interface GroupsProps {
  text: string
  found: Found
  onFollow: () => void
}

function Groups({ text, found: { groups }, onFollow }: GroupsProps) {
  const all = groups.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <p role="status" className="app-hidden">
        {all === 1 ? '1 record found' : `${all} records found`}
      </p>
      {all === 0 && (
        <Empty>
          Nothing that your role may read has this name, date or number. Try fewer letters, or
          another spelling.
        </Empty>
      )}
      {groups.map(({ kind, count, shown }) => (
        <section key={kind} className="search__group">
          <h3>{`${searchKinds[kind].label} (${count})`}</h3>
          <Finds finds={shown} onFollow={onFollow} />
          <More
            text={text}
            kind={kind}
            after={shown.at(-1)?.id ?? ''}
            left={count - shown.length}
            onFollow={onFollow}
          />
        </section>
      ))}
    </>
  )
}

type Kind = Found['groups'][number]['kind']

interface FindsProps {
  finds: readonly Find[]
  onFollow: () => void
  /** They were asked for with a button that is gone: the keyboard goes on at the first of them. */
  takeFocus?: boolean
}

function Finds({ finds, onFollow, takeFocus = false }: FindsProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (takeFocus) list.current?.querySelector('a')?.focus()
  }, [takeFocus])
  return (
    <ul ref={list} className="search__finds">
      {finds.map(({ id, title, about, leadsTo }) => (
        <li key={id}>
          <LeadsLink leadsTo={leadsTo} onFollow={onFollow} className="search__link">
            <Shown>{title}</Shown>
          </LeadsLink>
          <div className="search__about">
            <Shown>{about}</Shown>
          </div>
        </li>
      ))}
    </ul>
  )
}

interface MoreProps {
  text: string
  kind: Kind
  /** The last find that is shown. */
  after: string
  left: number
  onFollow: () => void
}

/** How many more there are, and the next of them when they are asked for. */
function More(props: MoreProps) {
  const [open, setOpen] = useState(false)
  if (props.left <= 0) return null
  if (open) return <NextFinds {...props} />
  return (
    <p className="search__more">
      <Button kind="quiet" small onClick={() => setOpen(true)}>
        {props.left > mostMore
          ? `Show ${mostMore} more of ${props.left}`
          : `Show ${props.left} more`}
      </Button>{' '}
      Or type more to narrow the search.
    </p>
  )
}

function NextFinds({ text, kind, after, left, onFollow }: MoreProps) {
  const found = useRead(read.search.more.queryOptions({ text, kind, after }))
  return (
    <Ready reading={found} what="what was found">
      {(finds) => (
        <>
          <Finds finds={finds} onFollow={onFollow} takeFocus />
          <More
            text={text}
            kind={kind}
            after={finds.at(-1)?.id ?? after}
            left={finds.length === 0 ? 0 : left - finds.length}
            onFollow={onFollow}
          />
        </>
      )}
    </Ready>
  )
}
