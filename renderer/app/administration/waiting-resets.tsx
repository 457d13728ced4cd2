import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { type WayOfKnowing, wayOfKnowingLabels } from '#domain/users/password-reset.ts'
import { act, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useMe } from '../session/me.ts'

type Reset = Outputs['users']['waitingResets'][number]

/** Password resets that somebody started and nobody has confirmed; hidden when there is none. */
export function WaitingResets() {
  const resets = useRead(read.users.waitingResets.queryOptions(undefined))
  const [deciding, decide] = useState<Reset>()
  const now = useServiceNow()
  if (resets.state !== 'ready' || resets.value.length === 0) return null
  return (
    <Section title="Password resets to confirm">
      {deciding ? (
        <DecideReset reset={deciding} onDone={() => decide(undefined)} />
      ) : (
        <Table
          caption="Password resets to confirm"
          captionHidden
          rows={resets.value}
          rowKey={({ id }) => id}
          columns={[
            { name: 'Account', cell: ({ signInName }) => <Shown>{signInName}</Shown> },
            { name: 'Started by', cell: ({ startedBy }) => <Shown>{startedBy}</Shown> },
            { name: 'When', cell: ({ resetAt }) => formatDateTime(resetAt) },
            { name: 'Why', cell: ({ because }) => <Shown>{because}</Shown> },
            {
              name: 'How they were known',
              cell: ({ identifiedBy }) =>
                identifiedBy ? wayOfKnowingLabels[identifiedBy as WayOfKnowing] : 'Not recorded',
            },
            {
              name: 'Confirm by',
              cell: ({ dueAt }) =>
                dueAt < now() ? (
                  <Tag tone="late">Overdue since {formatDateTime(dueAt)}</Tag>
                ) : (
                  formatDateTime(dueAt)
                ),
            },
            {
              name: 'Decision',
              cell: (reset) => (
                <Button
                  kind="quiet"
                  small
                  label={`Decide on the reset for ${reset.signInName}`}
                  onClick={() => decide(reset)}
                >
                  Decide
                </Button>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}

function DecideReset({ reset, onDone }: { reset: Reset; onDone: () => void }) {
  const me = useMe()
  const decide = useCommand(act.users.decideReset.mutate)
  return (
    <Form<{ confirmed: boolean; reason: string }>
      act="Record the decision"
      save={({ confirmed, reason }, beside) =>
        decide({ id: reset.id, version: reset.version, confirmed, reason }, beside)
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <YesNoField
        name="confirmed"
        legend={`Was the new password for ${reset.signInName} right to give?`}
        hint="If not, the account is disabled at once."
        required="Answer yes or no"
      />
      <TextField name="reason" label="How you know" required="Enter how you know" />
      <SignatureField signer={me.name} />
    </Form>
  )
}
