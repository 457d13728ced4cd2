import { useState } from 'react'
import { formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import {
  checkText,
  type SafetyCheck,
  type SafetyPage,
  stepsText,
} from '#domain/store/safety-page.ts'
import { act, read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { useSaving } from '../assurance/use-saving.ts'
import { Ready } from '../reading.tsx'

const tones: Record<SafetyCheck['state'], Tone> = {
  good: 'good',
  warning: 'warning',
  bad: 'danger',
}
const words: Record<SafetyCheck['state'], string> = {
  good: 'Good',
  warning: 'Look at this',
  bad: 'Fault',
}

/**
 * The safety of the record: the file, its settings, the audit, the keys, the room. At once as it was found when the
 * unit was opened; all of it anew when asked.
 */
export function Health() {
  const opening = useRead(read.store.safetyAtOpening.queryOptions(undefined))
  const [checked, setChecked] = useState<SafetyPage>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const print = useSaving()
  const check = async () => {
    setBusy(true)
    const reply = await act.store.safety.query(undefined).catch(() => undefined)
    setBusy(false)
    setChecked(reply?.ok ? reply.value : undefined)
    setProblem(
      reply?.ok ? undefined : (reply?.failure.message ?? 'The check could not be made. Try again'),
    )
  }
  return (
    <Section
      title="Safety of the record"
      actions={
        <>
          <Button kind="quiet" small disabled={busy} onClick={() => void check()}>
            {busy ? 'Checking' : 'Check now'}
          </Button>
          <Button
            kind="quiet"
            small
            onClick={() => void print.save(() => act.store.safetyPage.query(undefined))}
          >
            Page for an inspector
          </Button>
        </>
      }
    >
      <p role="status">{print.said?.text}</p>
      {problem && <Banner title={problem} tone="danger" urgent />}
      {checked ? (
        <Checked page={checked} />
      ) : (
        <Ready reading={opening}>{(page) => <Checked page={page} />}</Ready>
      )}
    </Section>
  )
}

function Checked({ page }: { page: SafetyPage }) {
  return (
    <>
      <ul className="app-checks">
        {page.checks.map((check) => (
          <li key={check.id}>
            <Tag tone={tones[check.state]}>{words[check.state]}</Tag> {checkText(check)}
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          { name: 'Seen', value: formatDateTime(page.at) },
          { name: 'Unit opened', value: formatDateTime(page.openedAt) },
          {
            name: 'Software',
            value: `MBU Assurance ${page.software.version}, layout ${page.software.layout}`,
          },
          {
            name: 'Newest entry of the audit',
            value: `${page.audit.entries}, hash ${page.audit.head.slice(0, 16)}; ${page.audit.anchors} anchors`,
          },
          { name: 'Bank holidays known until', value: formatDate(page.calendarUntil) },
          { name: 'Steps of the clock', value: stepsText(page.steps) },
        ]}
      />
      <Table
        caption="Rules in force"
        rows={page.rules}
        rowKey={({ title }) => title}
        columns={[
          { name: 'Rules', cell: ({ title }) => <Shown>{title}</Shown> },
          { name: 'Revision', cell: ({ revision }) => revision },
          {
            name: 'Approved by',
            cell: ({ approvedBy }) =>
              approvedBy ? (
                <Shown>{approvedBy}</Shown>
              ) : (
                <Tag tone="warning">Not approved: default of the app</Tag>
              ),
          },
          { name: 'Review due', cell: ({ reviewDue }) => (reviewDue ? formatDate(reviewDue) : '') },
        ]}
      />
    </>
  )
}
