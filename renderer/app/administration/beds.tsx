import { useState } from 'react'
import { act, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { WholeNumberField } from '../../ui/form/whole-number-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { Ready } from '../reading.tsx'

type Bed = Outputs['stays']['beds'][number]

/** The beds in the order of the board; closed ones stay in the record. */
export function Beds() {
  const beds = useRead(read.stays.beds.queryOptions(undefined))
  const [doing, start] = useState<'add' | Bed>()
  const done = () => start(undefined)
  return (
    <Section
      title="Beds"
      actions={
        doing === undefined && (
          <Button kind="quiet" small onClick={() => start('add')}>
            Add a bed
          </Button>
        )
      }
    >
      {doing === 'add' && <AddBed onDone={done} />}
      {doing !== undefined && doing !== 'add' && <ChangeBed bed={doing} onDone={done} />}
      <Ready reading={beds}>
        {(rows) => (
          <Table
            caption="Beds"
            captionHidden
            rows={rows}
            rowKey={({ id }) => id}
            empty={<Empty>No beds yet. Add the first one.</Empty>}
            columns={[
              { name: 'Place on the board', cell: ({ position }) => position },
              { name: 'Name', cell: ({ name }) => <Shown>{name}</Shown> },
              {
                name: 'State',
                cell: ({ closed }) => (closed ? <Tag>Closed</Tag> : <Tag tone="good">Open</Tag>),
              },
              {
                name: 'Change',
                cell: (bed) => (
                  <Button
                    kind="quiet"
                    small
                    label={`Change ${bedTitle(bed.name)}`}
                    onClick={() => start(bed)}
                  >
                    Change
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Ready>
    </Section>
  )
}

function AddBed({ onDone }: { onDone: () => void }) {
  const add = useCommand(act.stays.addBed.mutate)
  return (
    <Form<{ name: string }>
      act="Add the bed"
      save={(input) => add(input)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField
        name="name"
        label="Name of the bed"
        hint="What stands after the word Bed: 13, or Lavender."
        required="Enter the name of the bed"
        width={10}
      />
    </Form>
  )
}

function ChangeBed({ bed, onDone }: { bed: Bed; onDone: () => void }) {
  const change = useCommand(act.stays.changeBed.mutate)
  return (
    <Form<{ name: string; position: number; closed: boolean; reason: string }>
      key={bed.id}
      act="Save the bed"
      save={(input) => change({ ...input, id: bed.id, version: bed.version })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      initial={{
        name: bed.name,
        position: String(bed.position),
        closed: bed.closed ? 'yes' : 'no',
      }}
    >
      <TextField
        name="name"
        label="Name of the bed"
        required="Enter the name of the bed"
        width={10}
      />
      <WholeNumberField
        name="position"
        label="Place on the board"
        required="Enter the place on the board"
        least={1}
        most={200}
      />
      <YesNoField
        name="closed"
        legend="Is the bed closed?"
        hint="Nobody can be admitted to a closed bed."
        required="Say whether the bed is closed"
      />
      <TextField name="reason" label="Why it is changed" required="Enter why it is changed" />
    </Form>
  )
}
