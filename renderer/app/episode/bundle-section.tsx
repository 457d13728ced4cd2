import { useState } from 'react'
import { act, saveFile } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { useMay } from '../session/me.ts'

interface Typed {
  naming: 'named' | 'pseudonymised'
  reason: string
}

/** The episode as a file that another system can read (FHIR R4), for those who may take it away. */
export function BundleSection({ episodeId }: { episodeId: string }) {
  const may = useMay('episode:export')
  const [open, setOpen] = useState(false)
  const [said, say] = useState('')
  if (!may) return null
  const save = async (typed: Typed) => {
    const reply = await act.assurance.episodeBundle.mutate({ episodeId, ...typed })
    if (!reply.ok) return reply
    // Bytes cross the bridge as they are; the type of the call says what they would be as JSON.
    const { name, bytes } = reply.value as unknown as { name: string; bytes: Uint8Array }
    const how = await saveFile(name, bytes).catch(() => 'failed' as const)
    say(
      how === 'failed'
        ? 'The file could not be saved there. Choose another folder'
        : how === 'saved'
          ? `${name} is saved`
          : 'Nothing was saved',
    )
    if (how !== 'failed') setOpen(false)
    return reply
  }
  return (
    <Section
      title="For another system"
      actions={
        !open && (
          <Button kind="quiet" small onClick={() => setOpen(true)}>
            Take the episode away as a file
          </Button>
        )
      }
    >
      <p className="app-quiet">
        A FHIR R4 file: what was seen and done, who wrote it and when, and what the audit says of
        it.
      </p>
      {open && (
        <Form<Typed>
          act="Save the file"
          save={save}
          cancel={{ label: 'Go back', onClick: () => setOpen(false) }}
        >
          <RadiosField
            name="naming"
            legend="For whom"
            required="Choose whether it names the baby"
            choices={[
              {
                value: 'named',
                label: 'For whoever cares for the baby: with names, dates and words',
              },
              {
                value: 'pseudonymised',
                label: 'For anybody else: without names, dates and free text',
                hint: 'Days are counted from the arrival, as if it had been on 1 January 2000. The ids are of this file alone.',
              },
            ]}
          />
          <TextField
            name="reason"
            label="For whom it is, and why"
            required="Enter for whom it is, and why"
          />
        </Form>
      )}
      <p role="status">{said}</p>
    </Section>
  )
}
