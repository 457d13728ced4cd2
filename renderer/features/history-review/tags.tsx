import { registerStateLabels } from '#domain/documents/register.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import type { RegisterLine } from './view.ts'
import { dueWords, stateTones } from './words.ts'

/** How far a document has come, and when its next step is due. */
export function StateTags({ line }: { line: RegisterLine }) {
  return (
    <div className="history-state">
      <Tag tone={stateTones[line.state]}>{registerStateLabels[line.state]}</Tag>
      {line.dueAt !== null && (
        <Countdown what={dueWords[line.state]} due={line.dueAt} soonMinutes={240} />
      )}
    </div>
  )
}

/** What makes a document one that cannot wait, or that is handled apart. */
export function KindTags({ line }: { line: RegisterLine }) {
  const isCourtPaper = line.handling === 'register-only'
  if (!line.riskCritical && !line.socialWorkReport && !isCourtPaper) return null
  return (
    <Tags>
      {line.riskCritical && <Tag tone="danger">Risk-critical</Tag>}
      {line.socialWorkReport && <Tag tone="legal">Social-work report</Tag>}
      {isCourtPaper && <Tag tone="legal">Court paper: register alone</Tag>}
    </Tags>
  )
}
