import { useState } from 'react'
import { cpisResultLabels } from '#domain/admission/record.ts'
import { formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CpisChange } from './cpis-change.tsx'
import type { ReferralView } from './view.ts'
import { childName } from './words.ts'

type CpisInput = InputOf<typeof act.admission.recordCpis.mutate>

/** The look-ups in the child protection information service, for every child of the referral. */
export function CpisSection({ view, mayEdit }: { view: ReferralView; mayEdit: boolean }) {
  const [recording, record] = useState(false)
  const [changing, change] = useState<string>()
  return (
    <Section
      title="CP-IS checks"
      actions={
        mayEdit &&
        !recording && (
          <Button kind="quiet" small onClick={() => record(true)}>
            Record a check
          </Button>
        )
      }
    >
      {view.children.map((child) => {
        const own = view.cpisChecks.filter((one) => one.childKey === child.id).reverse()
        return (
          <div key={child.id} className="admission-child">
            <p className="admission-child__name">
              <Shown>{childName(child, formatDate)}</Shown>
            </p>
            {view.lookUpClashes.some(({ childKey }) => childKey === child.id) && (
              <p>
                <Tag tone="danger">The look-ups differ</Tag> CP-IS shows a plan for 12 months after
                its end: ask the authority which is right. Until then social care counts as
                involved.
              </p>
            )}
            {own.length === 0 && <Tag tone="warning">Not looked up</Tag>}
            {own.map((check) =>
              changing === check.recordId ? (
                <CpisChange key={check.recordId} check={check} onDone={() => change(undefined)} />
              ) : (
                <p key={check.recordId}>
                  <Tag tone={check.endedOn ? 'neutral' : toneOf(check.result)}>
                    {cpisResultLabels[check.result]}
                  </Tag>{' '}
                  {check.checkedAt ? formatDateTime(check.checkedAt) : 'time not recorded'}
                  {check.reference && (
                    <>
                      , <Shown>{check.reference}</Shown>
                    </>
                  )}
                  {check.endedOn && (
                    <>
                      . Lifted {formatDate(check.endedOn)}
                      {check.basis && (
                        <>
                          : <Shown>{basisLine(check.basis)}</Shown>
                        </>
                      )}
                    </>
                  )}{' '}
                  {mayEdit && (
                    <Button kind="quiet" small onClick={() => change(check.recordId)}>
                      Put right{' '}
                      <span className="app-hidden">
                        the look-up {check.checkedAt && formatDateTime(check.checkedAt)}
                      </span>
                    </Button>
                  )}
                </p>
              ),
            )}
            {view.cpisPast
              .filter(({ childKey }) => childKey === child.id)
              .map((past) => (
                <p key={`${past.changedAt} ${past.reason}`} className="app-quiet">
                  Before {formatDateTime(past.changedAt)}: {cpisResultLabels[past.result]}
                  {past.checkedAt && `, ${formatDateTime(past.checkedAt)}`}
                  {past.withdrawn ? '. Taken out: ' : '. Put right: '}
                  <Shown>{past.reason}</Shown>
                </p>
              ))}
          </div>
        )
      })}
      {recording && <CpisForm view={view} onDone={() => record(false)} />}
    </Section>
  )
}

const toneOf = (result: keyof typeof cpisResultLabels) =>
  result === 'no-flag' ? 'good' : result === 'not-available' ? 'warning' : 'legal'

function CpisForm({ view, onDone }: { view: ReferralView; onDone: () => void }) {
  const record = useCommand(act.admission.recordCpis.mutate)
  return (
    <Form<CpisInput>
      act="Record the check"
      draft={`cpis:${view.referral.id}`}
      save={(typed) => record({ ...typed, referralId: view.referral.id })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <RadiosField
        name="childKey"
        legend="Which child?"
        required="Choose the child"
        choices={view.children.map((child) => ({
          value: child.id,
          label: childName(child, formatDate),
        }))}
      />
      <RadiosField
        name="result"
        legend="What did CP-IS show?"
        required="Choose the result"
        choices={choicesOf(cpisResultLabels)}
      />
      <InstantField name="checkedAt" legend="When?" required="Enter when it was looked up" />
      <TextField name="reference" label="Reference (optional)" width={20} />
    </Form>
  )
}
