import { Banner } from '../../ui/banner.tsx'
import type { Scope } from './view.ts'

const parts = [
  ['weAssess', 'What we assess'],
  ['weDoNot', 'What we do not'],
  ['howFar', 'How far it can be relied on'],
  ['whoElse', 'Who else to ask'],
] as const

/** The unit's scope statement in force, and whether the unit has made it its own. */
export function ScopePart({ scope }: { scope: Scope }) {
  return (
    <>
      {scope.state !== 'approved' && (
        <Banner
          title={`Revision ${scope.revision}: ${scope.stateText.toLowerCase()}`}
          tone="warning"
        >
          <p>
            It is sent as it stands, and says so. Its words are changed under Administration, Rules.
          </p>
        </Banner>
      )}
      <p>{scope.content.purpose.text}</p>
      <div className="relationship-sides">
        {parts.map(([key, title]) => (
          <div key={key}>
            <h3>{title}</h3>
            <ul>
              {scope.content[key].map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  )
}
