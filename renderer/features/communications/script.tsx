import { Shown } from '../../ui/shown.tsx'
import type { LoopView } from './view.ts'

/** Whom to ring, and the words for it. */
export function CallScript({ loop }: { loop: LoopView }) {
  const { contact, script } = loop
  return (
    <div className="duties-script">
      <p className="duties-script__who">
        {contact ? (
          <>
            <Shown>{contact.name}</Shown>, <Shown>{contact.role}</Shown>
            {': '}
            <strong>{[contact.telephone, contact.email].filter(Boolean).join(', ')}</strong>
          </>
        ) : (
          'No contact is recorded: add one on the page of the stay'
        )}
      </p>
      <Lines title="First" lines={script.first} />
      <Lines title="Say" lines={script.say} />
      <Lines title="Ask" lines={script.ask} />
    </div>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Shown>{line}</Shown>
          </li>
        ))}
      </ul>
    </>
  )
}
