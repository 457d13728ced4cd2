import type { ToDo } from '#domain/admission/to-do.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Shown } from '../../ui/shown.tsx'

interface ToDoListProps {
  toDo: readonly ToDo[]
  /** How many are shown; the rest are counted. */
  most?: number
}

/** What is next, the earliest limit first, with the time that is left. */
export function ToDoList({ toDo, most = toDo.length }: ToDoListProps) {
  if (toDo.length === 0) return <span className="app-quiet">Nothing to do</span>
  const rest = toDo.length - most
  return (
    <ul className="admission-todo">
      {toDo.slice(0, most).map((one) => (
        <li key={`${one.kind} ${one.what} ${one.dueAt}`}>
          <Shown>{one.what}</Shown> <Countdown due={one.dueAt} />
        </li>
      ))}
      {rest > 0 && <li className="app-quiet">and {rest} more</li>}
    </ul>
  )
}
