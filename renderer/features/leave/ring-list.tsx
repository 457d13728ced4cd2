import type { LeaveView } from './view.ts'

/** Whom to ring, in this order, and what to say. The app rings nobody. */
export function RingList({ lines }: { lines: LeaveView['ring']['late'] }) {
  return (
    <ol className="nhsuk-list nhsuk-list--number">
      {lines.map(({ whom, say }) => (
        <li key={whom}>
          <strong>{whom}.</strong> {say}.
        </li>
      ))}
    </ol>
  )
}
