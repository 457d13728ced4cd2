import { useEffect, useId, useRef, useState } from 'react'
import { searchTermsOf } from '#domain/shared/search-terms.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useMay } from '../session/me.ts'
import { Results } from './results.tsx'
import { useSettled } from './use-settled.ts'

/** The search of the whole record: a button in the top bar, and Ctrl+K wherever one is. */
export function Search() {
  const may = useMay('own:search')
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!may || event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [may])
  if (!may) return null
  return (
    <>
      <button type="button" className="app-top__button" onClick={() => setOpen(true)}>
        Search <kbd className="search__key">Ctrl+K</kbd>
      </button>
      {open && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function SearchDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const asked = useSettled(text.trim())
  const id = useId()
  const all = useRef<HTMLDivElement>(null)
  useEffect(() => all.current?.querySelector('input')?.focus(), [])
  const searching = searchTermsOf(asked) !== null
  return (
    <Dialog title="Search" onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the box and the links, which have keys of their own. */}
      <div className="search" ref={all} onKeyDown={(event) => moveFocus(event, all.current)}>
        <label className="app-hidden" htmlFor={id}>
          Search people, referrals, stays, documents, duties and staff
        </label>
        <input
          id={id}
          type="search"
          className="nhsuk-input"
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <p className="nhsuk-hint search__hint" id={`${id}-hint`}>
          Part of a name, a date of birth (12/4/1995), an NHS number, or words of a document or duty
        </p>
        {searching && <Results text={asked} onFollow={onClose} />}
      </div>
    </Dialog>
  )
}

/** The arrow keys go through the box and the finds; Enter in the box opens the first find. */
function moveFocus(event: React.KeyboardEvent, all: HTMLElement | null) {
  const stops = [...(all?.querySelectorAll<HTMLElement>('input, a.search__link') ?? [])]
  const now = stops.indexOf(document.activeElement as HTMLElement)
  if (event.key === 'Enter' && now === 0) {
    event.preventDefault()
    stops[1]?.click()
    return
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const next = stops[now + step]
  if (step === 0 || now < 0 || next === undefined) return
  event.preventDefault()
  next.focus()
}
