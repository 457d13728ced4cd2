import { visibleControls } from '#domain/shared/text.ts'

/** A name or other text that people wrote: isolated, so that its direction stays its own, and with hidden direction marks in sight. */
export function Shown({ children }: { children: string }) {
  return <bdi className="app-break">{visibleControls(children)}</bdi>
}

/** Free text with its line breaks. */
export function ShownNote({ children }: { children: string }) {
  return (
    <div className="app-note" dir="auto">
      {visibleControls(children)}
    </div>
  )
}
