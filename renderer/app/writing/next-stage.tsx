import { useState } from 'react'
import { act, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { Section } from '../../ui/section.tsx'
import { MakingProgress } from '../assurance/making-progress.tsx'
import { useMay, useMe } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import type { WrittenView } from './view.ts'

/** What comes next: the draft and its factual check, then the final. */
export function NextStage({ view }: { view: WrittenView }) {
  const mayWrite = useMay('assurance:write')
  const { stage } = view.report
  if (stage === 'final' || !mayWrite) return null
  return stage === 'draft' ? <FromDraft view={view} /> : <FromCheck view={view} />
}

function FromDraft({ view: { report } }: { view: WrittenView }) {
  const { id, version } = report
  const send = useCommand(act.writing.sendToCheck.mutate)
  const [sending, ask] = useState(false)
  const [busy, setBusy] = useState(false)
  return (
    <Section title="What comes next">
      {sending ? (
        <Form<{ commentsBy: string }>
          act="Send it to the factual check"
          draft={`written-report-send:${id}`}
          save={({ commentsBy }) => {
            setBusy(true)
            return send({ id, version, commentsBy }).finally(() => setBusy(false))
          }}
          cancel={{ label: 'Go back', onClick: () => ask(false) }}
        >
          <DateField
            name="commentsBy"
            legend="Until when comments are asked for"
            required="Enter until when comments are asked for"
          />
          <MakingProgress busy={busy} />
        </Form>
      ) : (
        <>
          <p>
            A draft is made as things stand now, as often as it is needed: what is looked at is the
            file itself. The file of the factual check is what others comment on.
          </p>
          <div className="app-buttons">
            <MakeDraft id={id} version={version} />
            <Button kind="quiet" onClick={() => ask(true)}>
              Send it to the factual check
            </Button>
          </div>
        </>
      )}
    </Section>
  )
}

function MakeDraft({ id, version }: { id: string; version: number }) {
  const make = useCommand(act.writing.makeDraft.mutate)
  const [state, say] = useState<{ busy: boolean; fault?: string }>({ busy: false })
  const run = async () => {
    say({ busy: true })
    const reply = await make({ id, version }).catch(() => undefined)
    say({
      busy: false,
      ...(reply?.ok
        ? {}
        : { fault: reply?.failure.message ?? 'The draft could not be made. Try again' }),
    })
  }
  return (
    <>
      {state.fault && <Banner title={state.fault} tone="danger" urgent />}
      <Button disabled={state.busy} onClick={() => void run()}>
        {state.busy ? 'Making the draft' : 'Make the draft'}
      </Button>
      <MakingProgress busy={state.busy} />
    </>
  )
}

function FromCheck({ view: { report, final, texts } }: { view: WrittenView }) {
  const { id, version } = report
  const me = useMe()
  const mayFinal = useMay('assurance:final')
  const finish = useCommand(act.writing.makeFinal.mutate)
  const takeBack = useCommand(act.writing.takeBack.mutate)
  const [busy, setBusy] = useState(false)
  const withheld = texts.filter((one) => one.withheld !== null).length
  return (
    <Section title="What comes next">
      {final.faults.length > 0 ? (
        <>
          <p>Before it can be made final:</p>
          <ul>
            {final.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </>
      ) : (
        mayFinal && (
          <Form<object>
            act="Make it final"
            kind="warning"
            save={(_, beside) => {
              setBusy(true)
              return finish({ id, version }, beside).finally(() => setBusy(false))
            }}
          >
            <p>
              It is made as things stand now, and nothing in it changes afterwards. The hash of each
              of its files is kept.
              {withheld > 0 &&
                ` ${withheld} ${withheld === 1 ? 'text is' : 'texts are'} not cleared and will be withheld.`}
            </p>
            <SignatureField signer={me.name} />
            <MakingProgress busy={busy} />
          </Form>
        )
      )}
      <WithdrawForm
        what="this report"
        act="Take it back to draft"
        draft={`written-report-back:${id}`}
        withdraw={(reason) => takeBack({ id, version, reason })}
        onDone={() => undefined}
      />
    </Section>
  )
}
