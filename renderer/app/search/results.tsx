import { mostShown, searchKinds } from '#domain/search/found.ts'
import { type Outputs, read, useRead } from '../../api.ts'
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
      {(value) => <Groups found={value} onFollow={onFollow} />}
    </Ready>
  )
}

function Groups({ found: { groups }, onFollow }: { found: Found; onFollow: () => void }) {
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
          <ul className="search__finds">
            {shown.map(({ id, title, about, leadsTo }) => (
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
          {count > mostShown && (
            <p className="search__more">{`The first ${mostShown} are shown. Type more to narrow the search.`}</p>
          )}
        </section>
      ))}
    </>
  )
}
