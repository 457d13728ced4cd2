import { type FormEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { Failure, Reply } from '#domain/shared/failure.ts'
import { Button } from '../button.tsx'
import { Loading } from '../loading.tsx'
import { ErrorSummary, type SummaryError } from './error-summary.tsx'
import { type FieldPart, FormKitContext } from './form-kit.ts'
import { Overtaken } from './overtaken.tsx'
import { putAt, valueAt } from './paths.ts'
import { useBegun } from './use-begun.ts'
import type { Typed } from './use-draft.ts'

/** What travels beside the input: the signer's password and the second person. */
export interface Beside {
  password?: string
  second?: { signInName: string; password: string }
  /** Why a person signs who otherwise may not. */
  emergency?: string
}

interface FormProps<Input> {
  /** Sends what was typed; the failure's messages are put at their fields. */
  save: (input: Input, beside: Beside) => Promise<Reply<unknown>>
  onSaved?: () => void
  /** What the button says: the act itself, such as "Record the arrival". */
  act: string
  /** warning for what cannot be taken back. */
  kind?: 'main' | 'warning'
  initial?: Typed
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  cancel?: { label: string; onClick: () => void }
  /** Further buttons that send the same form another way; they stand beside the act. */
  otherActs?: ReactNode
  children: ReactNode
}

/** A form with its error summary, autosaved draft and save bar. Waits for its draft before it shows. */
export function Form<Input>(props: FormProps<Input>) {
  const begun = useBegun({ draft: props.draft, save: props.save, initial: props.initial })
  if (begun.draft.loading) return <Loading what="form" />
  return <FormBody key={begun.round} {...props} begun={begun} />
}

interface FormBodyProps<Input> extends FormProps<Input> {
  begun: ReturnType<typeof useBegun<FormProps<Input>['save']>>
}

function FormBody<Input>(props: FormBodyProps<Input>) {
  const { begun } = props
  const { draft: draftOf, found: typedBefore } = begun
  const prefix = useId().replace(/[^\w-]/g, '')
  const parts = useRef(new Map<string, FieldPart>())
  const form = useForm<Typed>({
    defaultValues: { ...props.initial, ...typedBefore },
    shouldFocusError: false,
    shouldUnregister: true,
  })
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const [loose, setLoose] = useState<string[]>([])
  const [attempt, setAttempt] = useState(0)
  const kit = useMemo(
    () => ({
      prefix,
      join(name: string, part: FieldPart) {
        parts.current.set(name, part)
        return () => {
          if (parts.current.get(name) === part) parts.current.delete(name)
        }
      },
    }),
    [prefix],
  )

  const { keep } = draftOf
  const { watch } = form
  useEffect(() => {
    const { unsubscribe } = watch((typed, { type }) => {
      if (type === 'change') keep(withoutSecrets(typed as Typed, parts.current))
    })
    return unsubscribe
  }, [watch, keep])

  const refused = (failure: Failure) => {
    const fields = (failure.fields ?? []).map(({ field, message }) => ({
      // What travels beside the input is named without the sign that marks it here.
      field: parts.current.has(`$${field}`) ? `$${field}` : field,
      message,
    }))
    const placed = fields.filter(({ field }) => parts.current.has(field))
    const rest = fields.filter(({ field }) => !parts.current.has(field))
    for (const { field, message } of placed) form.setError(field, { type: 'service', message })
    const general = placed.length > 0 && rest.length === 0 ? [] : [failure.message]
    setLoose([...new Set([...general, ...rest.map(({ message }) => message)])])
    setAttempt((count) => count + 1)
  }

  const send = async (typed: Typed) => {
    setLoose([])
    const { input, beside } = read(typed, parts.current)
    begun.setSending(true)
    try {
      const reply = await begun.save(input as Input, beside)
      // Who has gone on to another page meanwhile is not called back to this one.
      if (reply.ok) await draftOf.clear()
      if (reply.ok) begun.saved()
      if (!here.current) return
      if (!reply.ok) return refused(reply.failure)
      props.onSaved?.()
    } finally {
      begun.setSending(false)
    }
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void form.handleSubmit(send, () => setAttempt((count) => count + 1))()
  }

  const busy = form.formState.isSubmitting
  const errors = attempt > 0 ? summary(form.formState.errors, parts.current, loose) : []
  return (
    <FormKitContext value={kit}>
      <FormProvider {...form}>
        <form className="app-form" noValidate onSubmit={submit}>
          <ErrorSummary errors={errors} attempt={attempt} />
          {typedBefore && <FoundDraft startAgain={() => void begun.startAgain()} />}
          {begun.overtaken && (
            <Overtaken
              before={begun.overtaken.before}
              now={props.initial}
              parts={parts.current}
              goOn={begun.goOn}
              startAgain={() => void begun.startAgain()}
            />
          )}
          {props.children}
          <div className="app-save">
            <Button submit kind={props.kind ?? 'main'} disabled={busy}>
              {busy ? 'Saving' : props.act}
            </Button>
            {props.otherActs}
            {props.cancel && (
              <Button kind="quiet" onClick={props.cancel.onClick}>
                {props.cancel.label}
              </Button>
            )}
            {props.draft && <DraftState state={draftOf.state} />}
          </div>
        </form>
      </FormProvider>
    </FormKitContext>
  )
}

function FoundDraft({ startAgain }: { startAgain: () => void }) {
  return (
    <div className="app-banner">
      <p className="app-banner__title">What you typed before is still here</p>
      <p>It was kept and not saved to the record. Check it, then save it.</p>
      <Button kind="quiet" small onClick={startAgain}>
        Clear it and start again
      </Button>
    </div>
  )
}

const draftWords = {
  none: '',
  keeping: 'Keeping what you type',
  kept: 'What you typed is kept until you save it',
  failed: 'What you typed could not be kept: save it before you leave',
} as const

function DraftState({ state }: { state: keyof typeof draftWords }) {
  return (
    <span className="app-save__state" role="status">
      {draftWords[state]}
    </span>
  )
}

/**
 * What was typed, as the input and what travels beside it. A name that begins with $ goes beside and is never
 * kept; one that begins with _ only steers the form.
 */
function read(typed: Typed, parts: ReadonlyMap<string, FieldPart>) {
  const input: Typed = {}
  const aside: Typed = {}
  for (const [name, part] of parts) {
    if (name.startsWith('_')) continue
    const value = part.read(valueAt(typed, name))
    if (value === undefined) continue
    if (name.startsWith('$')) putAt(aside, name.slice(1), value)
    else putAt(input, name, value)
  }
  return { input, beside: aside as Beside }
}

function withoutSecrets(typed: Typed, parts: ReadonlyMap<string, FieldPart>): Typed {
  const kept: Typed = {}
  for (const [name, part] of parts) {
    if (!part.secret && !name.startsWith('$')) putAt(kept, name, valueAt(typed, name))
  }
  return kept
}

/** The errors in the order in which their fields stand on the page. */
function summary(
  errors: object,
  parts: ReadonlyMap<string, FieldPart>,
  loose: readonly string[],
): SummaryError[] {
  const placed = [...parts].flatMap(([name, { id }]) => {
    const error = valueAt(errors, name) as { message?: string } | undefined
    return error?.message ? [{ message: error.message, id }] : []
  })
  const top = (id: string) => document.getElementById(id)
  placed.sort((a, b) => {
    const first = top(a.id)
    const second = top(b.id)
    if (!first || !second) return 0
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  })
  return [...loose.map((message) => ({ message })), ...placed]
}
