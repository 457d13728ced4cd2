import {
  type CheckResult,
  type FaultKind,
  type Finding,
  faultKinds,
  selfChecks,
} from '#domain/oversight/self-check.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { LeadsLink } from '../leads-link.tsx'
import { Ready } from '../reading.tsx'
import { PrintButton } from '../training/print-button.tsx'

/** What a visitor would find by laying the records side by side, each with the way to where it is mended. */
export function SelfCheckPage() {
  const checked = useRead(read.oversight.selfCheck.queryOptions(undefined))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={checked} what="self-check">
        {({ at, results }) => (
          <>
            <PageHeader
              title="Self-check"
              under={`${said(results)} As recorded by ${formatDateTime(at)}.`}
              actions={<PrintButton />}
            />
            <p>
              What a visitor would find by laying the records side by side. It changes no figure:
              mend each where it stands, and look again.
            </p>
            {kinds.map((kind) => (
              <KindSection key={kind} kind={kind} results={results} />
            ))}
            <Passed results={results} />
          </>
        )}
      </Ready>
    </div>
  )
}

const kinds = Object.keys(faultKinds) as FaultKind[]

function said(results: readonly CheckResult[]): string {
  const count = results.reduce((sum, { findings }) => sum + findings.length, 0)
  if (count === 0) return 'Nothing was found.'
  return count === 1 ? 'One thing to mend.' : `${count} things to mend.`
}

function KindSection({ kind, results }: { kind: FaultKind; results: readonly CheckResult[] }) {
  const found = results.filter(
    ({ check, findings }) => selfChecks[check].kind === kind && findings.length > 0,
  )
  if (found.length === 0) return null
  return (
    <Section title={faultKinds[kind]}>
      {found.map(({ check, findings }) => (
        <section key={check} className="self-check" aria-label={selfChecks[check].title}>
          <h3>{`${selfChecks[check].title} (${findings.length})`}</h3>
          <p>
            {selfChecks[check].mend}{' '}
            <span className="app-quiet">Source: {selfChecks[check].source}</span>
          </p>
          <Findings title={selfChecks[check].title} findings={findings} />
        </section>
      ))}
    </Section>
  )
}

function Findings({ title, findings }: { title: string; findings: readonly Finding[] }) {
  const dated = findings.some(({ since }) => since !== null)
  return (
    <Table
      caption={title}
      captionHidden
      rows={findings}
      rowKey={({ id, about }) => `${id} ${about}`}
      columns={[
        {
          name: 'Where',
          cell: ({ what, leadsTo }) => (
            <LeadsLink leadsTo={leadsTo}>
              <Shown>{what}</Shown>
            </LeadsLink>
          ),
          sortBy: ({ what }) => what,
        },
        { name: 'What', cell: ({ about }) => <Shown>{about}</Shown>, sortBy: ({ about }) => about },
        ...(dated
          ? [
              {
                name: 'Since',
                cell: ({ since }: Finding) => (since === null ? '' : formatDateTime(since)),
                sortBy: ({ since }: Finding) => since ?? '',
              },
            ]
          : []),
      ]}
    />
  )
}

function Passed({ results }: { results: readonly CheckResult[] }) {
  const passed = results.filter(({ findings }) => findings.length === 0)
  return (
    <Section title="Looked at, and nothing found">
      {passed.length === 0 ? (
        <Empty>Every check found something.</Empty>
      ) : (
        <ul>
          {passed.map(({ check }) => (
            <li key={check}>{selfChecks[check].title}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
