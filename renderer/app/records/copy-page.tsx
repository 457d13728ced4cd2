import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { thirdPartyReasons } from '#domain/retention/third-party.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type InputOf, type Outputs, read, saveFile, useRead } from '../../api.ts'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'

type Line = Outputs['retention']['copyLines'][number]

/** A copy of a record for the person whom it is about: what may belong to somebody else is looked at first. */
export function CopyPage() {
  const { personId } = useParams({ from: '/administration/records/copy/$personId' })
  const person = useRead(read.people.get.queryOptions({ personId }))
  const lines = useRead(read.retention.copyLines.queryOptions({ personId }))
  return (
    <>
      <p>
        <Link to="/administration/records">Back to how long records are kept</Link>
      </p>
      <Ready reading={person}>
        {(value) => (
          <h2 className="nhsuk-heading-m">
            Copy of the record of <Shown>{fullName(value)}</Shown>
          </h2>
        )}
      </Ready>
      <Ready reading={lines} what="record">
        {(all) => <Copy key={personId} personId={personId} lines={all} />}
      </Ready>
    </>
  )
}

function Copy({ personId, lines }: { personId: string; lines: readonly Line[] }) {
  const [included, include] = useState<ReadonlySet<string>>(new Set())
  const marked = lines.filter(({ reasons }) => reasons.length > 0)
  const toggle = (id: string) => {
    const next = new Set(included)
    if (!next.delete(id)) next.add(id)
    include(next)
  }
  return (
    <>
      <Section title={`To look at first: ${marked.length} of ${lines.length} entries`}>
        <p>
          They may be about somebody else, or were said by somebody else. Each is held back unless
          you tick it. Restricted entries never go into a copy, and the copy does not say that there
          are any. Ask the information governance lead where harm is possible. The copy of a mother
          holds what was recorded of her babies: look first whether she still holds parental
          responsibility for each.
        </p>
        <MarkedTable lines={marked} included={included} onToggle={toggle} />
      </Section>
      <Section title="Make the copy">
        <p>
          {lines.length - marked.length + included.size} entries go into it,{' '}
          {marked.length - included.size} are held back.
        </p>
        <MakeCopy personId={personId} included={included} />
      </Section>
    </>
  )
}

interface MarkedTableProps {
  lines: readonly Line[]
  included: ReadonlySet<string>
  onToggle: (id: string) => void
}

function MarkedTable({ lines, included, onToggle }: MarkedTableProps) {
  return (
    <Table
      caption="To look at first"
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      empty={<Empty>Nothing in this record seems to belong to somebody else.</Empty>}
      columns={[
        {
          name: 'Goes out',
          cell: ({ id, label, recordedAt }) => (
            <input
              type="checkbox"
              className="app-tick"
              aria-label={`Goes out: ${label}, ${formatDateTime(recordedAt)}`}
              checked={included.has(id)}
              onChange={() => onToggle(id)}
            />
          ),
        },
        { name: 'Entry', cell: ({ label }) => label, sortBy: ({ label }) => label },
        {
          name: 'Recorded',
          cell: ({ recordedAt }) => formatDateTime(recordedAt),
          sortBy: ({ recordedAt }) => recordedAt,
        },
        {
          name: 'Why it is looked at',
          cell: ({ reasons }) => reasons.map((reason) => thirdPartyReasons[reason]).join('; '),
          sortBy: ({ reasons }) => reasons.join(' '),
        },
        { name: 'What it says', cell: ({ fields }) => <Says fields={fields} /> },
      ]}
    />
  )
}

function Says({ fields }: { fields: Line['fields'] }) {
  return (
    <details>
      <summary>Show</summary>
      {fields.map(({ label, text }) => (
        <div key={label}>
          {label}: <Shown>{text}</Shown>
        </div>
      ))}
    </details>
  )
}

type Typed = Omit<InputOf<typeof act.retention.copy.mutate>, 'personId' | 'include'>

function MakeCopy({ personId, included }: { personId: string; included: ReadonlySet<string> }) {
  const [said, say] = useState('')
  const save = async (typed: Typed) => {
    const reply = await act.retention.copy.mutate({ ...typed, personId, include: [...included] })
    if (!reply.ok) return reply
    // Bytes cross the bridge as they are; the type of the call says what they would be as JSON.
    const { name, bytes } = reply.value as unknown as { name: string; bytes: Uint8Array }
    const how = await saveFile(name, bytes).catch(() => 'failed' as const)
    say(
      how === 'saved'
        ? `${name} is saved. That it was made is kept.`
        : 'The file was not saved. Make it again',
    )
    return reply
  }
  return (
    <Form<Typed> act="Make the copy" save={save}>
      <TextField
        name="askedBy"
        label="Who asks, and by what right"
        hint="The person themselves, whoever holds parental responsibility, a solicitor with consent."
        required="Enter who asks, and by what right"
      />
      <TextField
        name="identified"
        label="How you made sure who they are"
        required="Enter how you made sure who they are"
      />
      <InstantField
        name="receivedAt"
        legend="When the request was received"
        required="Enter when it was received"
      />
      <p role="status">{said}</p>
    </Form>
  )
}
