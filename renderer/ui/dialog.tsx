import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A question over the page. Escape closes it; the focus stays inside and then goes back to where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])
  return (
    <dialog className="app-dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}

interface ConfirmProps {
  title: string
  children: ReactNode
  /** What the button says: the act itself, never "OK". */
  act: string
  kind?: 'main' | 'warning'
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks once more before an act that is not easily taken back. */
export function Confirm({ title, children, act, kind = 'main', ...rest }: ConfirmProps) {
  return (
    <Dialog title={title} onClose={rest.onClose}>
      {children}
      <div className="app-buttons">
        <Button kind={kind} onClick={rest.onConfirm} disabled={rest.busy ?? false}>
          {act}
        </Button>
        <Button kind="quiet" onClick={rest.onClose}>
          Go back
        </Button>
      </div>
    </Dialog>
  )
}
