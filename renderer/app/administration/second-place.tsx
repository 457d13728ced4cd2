import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form/form.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay, useMe } from '../session/me.ts'
import { FolderField } from './folder-field.tsx'

type Place = Outputs['store']['secondPlace']

/** Where each backup is copied to, so that a lost computer does not take the backups with it. */
export function SecondPlace() {
  const place = useRead(read.store.secondPlace.queryOptions(undefined))
  const may = useMay('store:backup')
  const [changing, change] = useState(false)
  return (
    <Section
      title="Second place"
      actions={
        may &&
        !changing && (
          <Button kind="quiet" small onClick={() => change(true)}>
            Change
          </Button>
        )
      }
    >
      <Ready reading={place}>
        {(value) =>
          changing ? (
            <SecondPlaceForm place={value} onDone={() => change(false)} />
          ) : (
            <PlaceNow place={value} />
          )
        }
      </Ready>
    </Section>
  )
}

function PlaceNow({ place }: { place: Place }) {
  if (!place)
    return (
      <Banner
        title="The backups are on this computer alone: if it is lost or burns, they go with it"
        tone="warning"
      />
    )
  return (
    <Facts
      facts={[
        { name: 'Folder', value: <Shown>{place.folder}</Shown> },
        {
          name: 'Newest copy',
          value: !place.reached
            ? 'The folder cannot be reached now. Connect the disk or the share'
            : place.newest
              ? `Of ${formatDateTime(place.newest.at)}`
              : 'None yet. The next backup is copied there',
        },
      ]}
    />
  )
}

function SecondPlaceForm({ place, onDone }: { place: Place; onDone: () => void }) {
  const me = useMe()
  const name = useCommand(act.store.nameSecondPlace.mutate)
  return (
    <Form<{ folder?: string; reason: string }>
      act="Save the second place"
      save={(input, beside) => name(input, beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      initial={{ folder: place?.folder ?? '' }}
    >
      <FolderField
        name="folder"
        label="Folder for the copies (optional)"
        hint="The whole path, on another disk or a share of the trust, such as E:\Backups. The copies are encrypted. Left empty, there is no second place."
      />
      <TextField name="reason" label="Why" required="Enter why it is changed" />
      <SignatureField signer={me.name} />
    </Form>
  )
}
