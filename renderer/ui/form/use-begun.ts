import { useCallback, useEffect, useRef, useState } from 'react'
import type { Reply } from '#domain/shared/failure.ts'
import type { Beside } from './form.tsx'
import { type Typed, useDraft } from './use-draft.ts'

type Save = (input: never, beside: Beside) => Promise<Reply<unknown>>

interface Page<S extends Save> {
  draft: string | undefined
  save: S
  initial: Typed | undefined
}

/** A draft knows which version of its record it was typed over. */
const typedOver = '_typedOver'

/** The name under which a draft is kept, and the version of the record that the name of a form ends with. */
function apart(draft: string | undefined) {
  const found = draft === undefined ? null : /^(.+):(\d+)$/.exec(draft)
  return { name: found?.[1] ?? draft, version: found?.[2] }
}

/**
 * The record as it stood when somebody began to type. The page is read anew whenever anybody saves, so a form
 * could lose what is being typed, or send it over what somebody else has saved since and nobody has looked at.
 * Until the person has decided, the form stays on the version that it was begun on, which the service refuses.
 */
export function useBegun<S extends Save>({ draft, save, initial }: Page<S>) {
  const { name, version } = apart(draft)
  const [begun, setBegun] = useState({ name, version, initial })
  const [sending, setSending] = useState(false)
  const [typed, setTyped] = useState<boolean>()
  const [round, setRound] = useState(0)
  const kept = useDraft(begun.name)
  const { [typedOver]: over, ...rest } = kept.found ?? {}
  const found = kept.found && round === 0 ? rest : undefined
  const hasTyped = typed ?? found !== undefined

  // The answer to a save may come after the page was read anew: until then the form stays the one that was sent.
  const isOther = name !== begun.name
  const isChanged = version !== begun.version
  if (!kept.loading && !sending && (isOther || (isChanged && !hasTyped))) {
    setBegun({ name, version, initial })
    setTyped(undefined)
    // Of another form, what was typed before is looked for.
    setRound(isOther ? 0 : round + 1)
  }

  const lastSave = useRef(save)
  useEffect(() => {
    if (!isOther && !isChanged) lastSave.current = save
  }, [save, isOther, isChanged])

  // A draft found again may have been typed over an older version than the page shows.
  const [looked, setLooked] = useState(false)
  const isOldDraft = found !== undefined && !looked && over !== undefined && over !== version
  const { keep: keepDraft, clear } = kept
  const begunOn = begun.version
  const keep = useCallback(
    (now: Typed) => {
      setTyped(true)
      keepDraft(begunOn === undefined ? now : { ...now, [typedOver]: begunOn })
    },
    [keepDraft, begunOn],
  )
  return {
    draft: { ...kept, keep },
    found,
    round,
    save: isChanged && !isOther && hasTyped ? lastSave.current : save,
    setSending,
    /** What the form held when it was begun, where somebody else has saved since; the page now holds another. */
    overtaken:
      !sending && hasTyped && !isOther && (isChanged || isOldDraft)
        ? { before: isOldDraft ? undefined : begun.initial }
        : undefined,
    /** The person has looked, and what was typed goes on over what stands now. */
    goOn() {
      setLooked(true)
      setBegun({ name, version, initial })
    },
    saved() {
      setTyped(false)
    },
    async startAgain() {
      await clear()
      setTyped(false)
      setBegun({ name, version, initial })
      setRound(round + 1)
    },
  }
}
