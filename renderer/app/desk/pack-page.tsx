import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { disclosureLabels, stateLabels } from '#domain/assurance/report-words.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { useSaving } from '../assurance/use-saving.ts'
import { Ready } from '../reading.tsx'
import { KeyTag } from './key-tag.tsx'
import { PackNotes } from './pack-notes.tsx'
import { PackRequirements } from './pack-requirements.tsx'

export type Pack = Outputs['desk']['pack']

/** One pack: whose it is, its levels and figures, what the desk says of it, and the signed reply. */
export function PackPage() {
  const { packId } = useParams({ from: '/desk/packs/$packId' })
  const pack = useRead(read.desk.pack.queryOptions({ packId }))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={pack} what="pack">
        {(value) => (
          <>
            <PageHeader
              title={<Shown>{value.unitName}</Shown>}
              under={`${value.period}. ${disclosureLabels[value.disclosure]}, version ${value.reportVersion}, ${stateLabels[value.stage].toLowerCase()}`}
              back={
                <Link to="/desk" className="nhsuk-back-link">
                  Back to the desk
                </Link>
              }
            />
            <Whose pack={value} />
            <PackRequirements pack={value} />
            <PackNotes pack={value} />
            <Reply pack={value} />
          </>
        )}
      </Ready>
    </div>
  )
}

function Whose({ pack }: { pack: Pack }) {
  const [signer, ...before] = pack.fingerprints
  return (
    <Section title="Whose it is">
      <Facts
        facts={[
          { name: 'Provider', value: <Shown>{pack.provider}</Shown> },
          { name: 'ODS code', value: pack.odsCode ?? '–' },
          { name: 'Data cut-off', value: formatDateTime(pack.cutAt) },
          { name: 'Signed with', value: signer ?? '' },
          ...(before.length > 0
            ? [{ name: 'Follows from the key', value: before.join(', then ') }]
            : []),
          { name: 'Key', value: <KeyTag standing={pack.key} /> },
          { name: 'Content hash', value: <span className="app-break">{pack.contentHash}</span> },
        ]}
      />
      {pack.key !== 'confirmed' && <ConfirmKey packId={pack.id} another={pack.key === 'another'} />}
    </Section>
  )
}

function ConfirmKey({ packId, another }: { packId: string; another: boolean }) {
  const confirm = useCommand(act.desk.confirmKey.mutate)
  const [asking, ask] = useState(false)
  return (
    <>
      {another && (
        <Banner
          title="This unit confirmed another key before. Ring the unit by a number that you had before"
          tone="danger"
        />
      )}
      {asking ? (
        <Form<{ confirmedBy: string; confirmedOn: string }>
          act="Confirm the key"
          save={(typed) => confirm({ ...typed, packId })}
          cancel={{ label: 'Go back', onClick: () => ask(false) }}
        >
          <p>
            All eight groups of the fingerprint are what the unit itself told you, by telephone or
            letter, and not with the pack.
          </p>
          <TextField
            name="confirmedBy"
            label="Who told you, and how"
            required="Enter who told you, and how"
          />
          <DateField name="confirmedOn" legend="On which day" required="Enter the day" />
        </Form>
      ) : (
        <Button kind="quiet" small onClick={() => ask(true)}>
          The unit has given me this fingerprint
        </Button>
      )}
    </>
  )
}

function Reply({ pack }: { pack: Pack }) {
  const { said, save } = useSaving()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    await save(() => act.desk.reply.mutate({ packId: pack.id }))
    setBusy(false)
  }
  return (
    <Section title="Reply to the unit">
      {said && <Banner title={said.text} tone={said.good ? 'good' : 'danger'} />}
      <p>
        Your findings and levels as one file that the desk signs. The unit takes it into its visits,
        sets actions for what you found, and shows your level beside its own.
      </p>
      <Button disabled={busy || pack.notes.length === 0} onClick={() => void run()}>
        {pack.notes.length === 0
          ? 'Record a finding or a level first'
          : busy
            ? 'Signing the reply'
            : 'Sign the reply and save it'}
      </Button>
    </Section>
  )
}
