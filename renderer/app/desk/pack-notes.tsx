import { useState } from 'react'
import { levelLabels } from '#domain/assurance/levels.ts'
import { findingKindLabels } from '#domain/oversight/words.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { Section } from '../../ui/section.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import type { Pack } from './pack-page.tsx'

type Adding = 'finding' | 'level'

/** What the desk found in a pack, and its own levels: what the reply is made from. */
export function PackNotes({ pack }: { pack: Pack }) {
  const withdraw = useCommand(act.desk.withdrawNote.mutate)
  const [adding, add] = useState<Adding>()
  const done = () => add(undefined)
  return (
    <Section
      title="Your findings and levels"
      actions={
        adding === undefined && (
          <>
            <Button kind="quiet" small onClick={() => add('finding')}>
              Add a strength, finding or recommendation
            </Button>
            <Button kind="quiet" small onClick={() => add('level')}>
              Give your level
            </Button>
          </>
        )
      }
    >
      {adding === 'finding' && <FindingForm pack={pack} onDone={done} />}
      {adding === 'level' && <LevelForm pack={pack} onDone={done} />}
      <Table
        caption="Your findings and levels"
        captionHidden
        rows={pack.notes}
        rowKey={({ recordId }) => recordId}
        empty={<Empty>Nothing is written yet.</Empty>}
        columns={[
          { name: 'Requirement', cell: ({ requirement }) => requirement },
          {
            name: 'What',
            cell: ({ kind, level }) =>
              kind === 'level'
                ? `Level: ${level ? levelLabels[level].toLowerCase() : ''}`
                : findingKindLabels[kind],
          },
          { name: 'In your words', cell: ({ words }) => <ShownNote>{words}</ShownNote> },
          {
            name: 'Change',
            cell: ({ recordId: id, version }) => (
              <WithdrawForm
                what="this"
                act="Take it out"
                draft={`desk-note-mistake:${id}`}
                withdraw={(reason) => withdraw({ id, version, reason })}
                onDone={() => undefined}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}

interface NoteFormProps {
  pack: Pack
  onDone: () => void
}

const RequirementField = ({ pack }: { pack: Pack }) => (
  <SelectField
    name="requirement"
    label="Of which requirement"
    required="Choose the requirement"
    choices={pack.requirements.map(({ id, short }) => ({ value: id, label: `${id} ${short}` }))}
  />
)

function FindingForm({ pack, onDone }: NoteFormProps) {
  const add = useCommand(act.desk.addFinding.mutate)
  return (
    <Form<Omit<InputOf<typeof act.desk.addFinding.mutate>, 'packId'>>
      act="Add it"
      draft={`desk-finding:${pack.id}`}
      save={(typed) => add({ ...typed, packId: pack.id })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <RequirementField pack={pack} />
      <RadiosField
        name="kind"
        legend="What is it?"
        required="Choose what it is"
        inline
        choices={choicesOf(findingKindLabels)}
      />
      <NoteField
        name="words"
        label="In your words"
        hint="Name no patient."
        required="Enter what was found"
      />
    </Form>
  )
}

function LevelForm({ pack, onDone }: NoteFormProps) {
  const set = useCommand(act.desk.setLevel.mutate)
  return (
    <Form<Omit<InputOf<typeof act.desk.setLevel.mutate>, 'packId'>>
      act="Record my level"
      draft={`desk-level:${pack.id}`}
      save={(typed) => set({ ...typed, packId: pack.id })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <RequirementField pack={pack} />
      <RadiosField
        name="level"
        legend="Which level"
        hint="It stands beside the unit’s level, never over it."
        required="Choose a level"
        choices={choicesOf(levelLabels)}
      />
      <NoteField name="words" label="Why" hint="Name no patient." required="Enter why" rows={3} />
    </Form>
  )
}
