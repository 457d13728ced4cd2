import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form/form.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Ready } from '../reading.tsx'
import { useMay, useMe } from '../session/me.ts'

type Key = Outputs['users']['unitKeys'][number]

/** The fingerprint by which a commissioner knows that a pack comes from this unit (decision 38). */
export function UnitKeys() {
  const keys = useRead(read.users.unitKeys.queryOptions(undefined))
  const may = useMay('unit:settings')
  const [renewing, renew] = useState(false)
  return (
    <Section
      title="Signature of the unit"
      actions={
        may &&
        !renewing && (
          <Button kind="quiet" small onClick={() => renew(true)}>
            Make a new pair
          </Button>
        )
      }
    >
      <Ready reading={keys}>{(all) => <KeyFacts keys={all} />}</Ready>
      {renewing && <RenewKey onDone={() => renew(false)} />}
    </Section>
  )
}

function KeyFacts({ keys }: { keys: readonly Key[] }) {
  const current = keys.at(-1)
  if (!current) return null
  return (
    <>
      <p>
        Give it to the commissioner by telephone or letter: they compare it with what a pack shows.
      </p>
      <Facts
        facts={[
          {
            name: 'Fingerprint',
            value: <code className="app-break">{current.fingerprint}</code>,
          },
          { name: 'In use since', value: formatDateTime(current.madeAt) },
          ...(keys.length > 1
            ? [
                {
                  name: 'Before',
                  value: keys
                    .slice(0, -1)
                    .map(({ fingerprint }) => fingerprint)
                    .join('; '),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function RenewKey({ onDone }: { onDone: () => void }) {
  const me = useMe()
  const renew = useCommand(act.users.renewUnitKey.mutate)
  return (
    <Form<{ reason: string }>
      act="Make a new pair"
      kind="warning"
      save={(input, beside) => renew(input, beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>
        The new pair is signed by the one in use. Tell the commissioner the new fingerprint: what is
        signed from now on shows it.
      </p>
      <TextField
        name="reason"
        label="Why"
        hint="Such as: the computer was out of the unit, or somebody may have had it in hand."
        required="Enter why a new pair is made"
      />
      <SignatureField signer={me.name} />
    </Form>
  )
}
