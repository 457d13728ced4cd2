import { useState } from 'react'
import type { Disclosure } from '#domain/assurance/report-model.ts'
import { freeTextLabels } from '#domain/assurance/written/free-text.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useMay } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import { ofWords, type Text, type WrittenView } from './view.ts'

/** Every typed text of the report, read and cleared one by one; what nobody cleared is withheld. */
export function TextsToClear({ view }: { view: WrittenView }) {
  const mayClear = useMay('assurance:clear')
  const left = view.texts.filter(({ withheld }) => withheld !== null).length
  return (
    <Section title="Free text: who lets it leave the unit">
      <p>
        {left === 0
          ? 'Every text below is cleared for this report.'
          : `${left} of ${view.texts.length} would be withheld now.`}{' '}
        Read each for names, initials, dates of birth and what only one family would be known by.
        Whoever wrote the words does not clear them.
      </p>
      <Table
        caption="Free text of this report"
        captionHidden
        rows={view.texts}
        rowKey={({ recordId }) => recordId}
        columns={[
          {
            name: 'Of',
            cell: ({ requirement, entity }) => (
              <>
                {ofWords(requirement)}
                <br />
                <span className="app-quiet">{freeTextLabels[entity]}</span>
              </>
            ),
          },
          { name: 'Words', cell: (text) => <Words text={text} /> },
          { name: 'Written by', cell: ({ author }) => <Shown>{author}</Shown> },
          {
            name: 'In this report',
            cell: ({ withheld }) =>
              withheld === null ? (
                <Tag tone="good">Cleared</Tag>
              ) : (
                <>
                  <Tag tone="warning">Withheld</Tag> <span className="app-quiet">{withheld}</span>
                </>
              ),
          },
          {
            name: 'Clearance',
            cell: (text) => <Clearance text={text} view={view} mayClear={mayClear} />,
          },
        ]}
      />
    </Section>
  )
}

const Words = ({ text: { parts } }: { text: Text }) => (
  <>
    {parts.map(({ label, words }) => (
      <div key={label}>
        {parts.length > 1 && <span className="app-quiet">{label}: </span>}
        <ShownNote>{words}</ShownNote>
      </div>
    ))}
  </>
)

interface ClearanceProps {
  text: Text
  view: WrittenView
  mayClear: boolean
}

function Clearance({ text, view, mayClear }: ClearanceProps) {
  const takeBack = useCommand(act.writing.takeBackClearance.mutate)
  return (
    <>
      {text.clearances.map(({ id, version, scope, by, at }) => (
        <div key={id}>
          <Shown>{by}</Shown>, {formatDateTime(at)},{' '}
          {scope === 'shareable' ? 'for both reports' : 'for the restricted report'}
          {mayClear && (
            <WithdrawForm
              what="this clearance"
              act="Take it back"
              draft={`clearance-back:${id}`}
              withdraw={(reason) => takeBack({ id, version, reason })}
              onDone={() => undefined}
            />
          )}
        </div>
      ))}
      {mayClear && text.withheld !== null && !text.ownWords && (
        <Clear text={text} disclosure={view.report.disclosure} />
      )}
      {mayClear && text.withheld !== null && text.ownWords && (
        <span className="app-quiet">Your own words: ask somebody else.</span>
      )}
    </>
  )
}

function Clear({ text, disclosure }: { text: Text; disclosure: Disclosure }) {
  const clear = useCommand(act.writing.clear.mutate)
  const [fault, say] = useState<string>()
  const give = async (scope: Disclosure) => {
    const { entity, recordId: entryId, version: entryVersion } = text
    const reply = await clear({ entity, entryId, entryVersion, scope })
    say(reply.ok ? undefined : reply.failure.message)
  }
  return (
    <>
      {fault && <Banner title={fault} tone="danger" urgent />}
      <div className="app-buttons">
        {disclosure === 'restricted' && (
          <Button kind="quiet" small onClick={() => void give('restricted')}>
            Clear for restricted
          </Button>
        )}
        <Button kind="quiet" small onClick={() => void give('shareable')}>
          Clear for both
        </Button>
      </div>
    </>
  )
}
