import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { levelLabels } from '#domain/assurance/levels.ts'
import { findingKindLabels } from '#domain/oversight/words.ts'
import { formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { act, type Outputs, openFile, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { OversightFrame } from './oversight-frame.tsx'

type Read = Outputs['desk']['readReply']

/** A signed reply of a commissioner's desk: read first, then taken in as a visit that actions can answer. */
export function ReplyPage() {
  const [fault, setFault] = useState<string>()
  const [found, setFound] = useState<{ text: string; read: Read }>()
  const choose = async () => {
    try {
      const file = await openFile(['json'])
      if (!file) return
      const text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)
      const reply = await act.desk.readReply.mutate({ text })
      setFault(reply.ok ? undefined : reply.failure.message)
      setFound(reply.ok ? { text, read: reply.value } : undefined)
    } catch {
      setFault('The file could not be read. Choose it again')
    }
  }
  return (
    <OversightFrame
      title="Take in a reply"
      under="What a commissioner found in a sealed pack of this unit, signed by their desk."
      back="visits"
      wide
    >
      <Section title="The reply">
        {fault && <Banner title={fault} tone="danger" urgent />}
        <Button kind={found ? 'quiet' : 'main'} onClick={() => void choose()}>
          {found ? 'Choose another file' : 'Choose the file'}
        </Button>
      </Section>
      {found && <Found key={found.text} text={found.text} read={found.read} />}
    </OversightFrame>
  )
}

function Found({ text, read }: { text: string; read: Read }) {
  const { reply, fingerprint, knownKey, alreadyTaken } = read
  return (
    <>
      <Section title="What it says">
        <Banner title="Nothing was changed since it was signed" tone="good" />
        <Facts
          facts={[
            { name: 'From', value: <Shown>{`${reply.signedBy}, ${reply.desk.name}`}</Shown> },
            { name: 'Signed', value: formatDateTime(reply.madeAt) },
            {
              name: 'About',
              value: `${formatDate(reply.about.first)} to ${formatDate(reply.about.last)}, version ${reply.about.reportVersion}`,
            },
            { name: 'Signed with', value: fingerprint },
            {
              name: 'Whose key',
              value: knownKey
                ? 'A key that this unit has had a reply from before.'
                : 'Not seen before. Ask the desk for its fingerprint by telephone or letter, and compare all eight groups.',
            },
          ]}
        />
        <Table
          caption="Findings"
          rows={reply.findings}
          rowKey={({ requirement, words }) => `${requirement} ${words}`}
          empty={<Empty>No findings.</Empty>}
          columns={[
            { name: 'Requirement', cell: ({ requirement }) => requirement },
            { name: 'Kind', cell: ({ kind }) => findingKindLabels[kind] },
            { name: 'In their words', cell: ({ words }) => <ShownNote>{words}</ShownNote> },
          ]}
        />
        <Table
          caption="Their levels"
          rows={reply.levels}
          rowKey={({ requirement }) => requirement}
          empty={<Empty>No levels.</Empty>}
          columns={[
            { name: 'Requirement', cell: ({ requirement }) => requirement },
            { name: 'Level', cell: ({ level }) => levelLabels[level] },
            { name: 'Why', cell: ({ because }) => <ShownNote>{because}</ShownNote> },
          ]}
        />
      </Section>
      {alreadyTaken ? (
        <Banner title="This reply has been taken in already" tone="info" />
      ) : (
        <Take text={text} />
      )}
    </>
  )
}

function Take({ text }: { text: string }) {
  const take = useCommand(act.desk.takeReply.mutate)
  const navigate = useNavigate()
  return (
    <Section title="Take it in">
      <Form<{ confirmedBy: string }>
        act="Take it in"
        save={({ confirmedBy }) => take({ text, confirmedBy })}
        onSaved={() => void navigate({ to: '/assurance/visits' })}
      >
        <p>
          Its findings become a visit that actions can answer, and its levels stand beside your own.
        </p>
        <TextField
          name="confirmedBy"
          label="Who told you the desk’s fingerprint, and how"
          required="Enter who told you, and how"
        />
      </Form>
    </Section>
  )
}
