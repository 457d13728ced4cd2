import type { ReactNode } from 'react'
import { answerLabels } from '#domain/shared/answer.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { type Basis, basisLine } from '#domain/shared/provenance.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AnswerForm } from './answer-form.tsx'
import type { ClauseView, ReferralView, Words } from './view.ts'
import { clauseWords, kindWords } from './words.ts'

interface ClausesSectionProps {
  view: ReferralView
  mayEdit: boolean
  /** The clause or item that is open to be answered. */
  open: string | undefined
  onOpen: (id: string | undefined) => void
  lastBasis: Basis | undefined
  onBasis: (basis: Basis) => void
  /** The way to take the words of what was answered off this page. */
  restrict: (words: Words) => ReactNode
}

/** The criteria clause by clause: what is said of each, how it is known, and how old it is. */
export function ClausesSection({ view, ...rest }: ClausesSectionProps) {
  const left = view.clauses.filter((one) => one.answer === 'not-yet-asked').length
  return (
    <Section
      title="Criteria"
      actions={<span className="app-quiet">{left === 0 ? 'All answered' : `${left} to ask`}</span>}
    >
      <ul className="admission-rows">
        {view.clauses.map((clause) => (
          <ClauseRow key={clause.id} clause={clause} referralId={view.referral.id} {...rest} />
        ))}
      </ul>
    </Section>
  )
}

interface ClauseRowProps extends Omit<ClausesSectionProps, 'view'> {
  clause: ClauseView
  referralId: string
}

function ClauseRow({ clause, referralId, mayEdit, ...rest }: ClauseRowProps) {
  const isOpen = rest.open === clause.id
  const word = clauseWords[clause.standing]
  return (
    <li className="admission-row" id={`rule-${clause.id}`}>
      <div className="admission-row__top">
        <div>
          <span className="admission-row__id">{clause.id}</span> {clause.title}
        </div>
        <Tag tone={word.tone}>{word.text}</Tag>
      </div>
      <p className="app-quiet">
        {clause.group === null
          ? kindWords[clause.kind]
          : `At least one of: ${clause.group.toLowerCase()}`}
        {clause.computed && '. Worked out from the referral'}
      </p>
      {clause.typed && <Typed clause={clause} />}
      {isOpen ? (
        <AnswerForm
          referralId={referralId}
          clause={clause}
          lastBasis={rest.lastBasis}
          onDone={(basis) => {
            if (basis) rest.onBasis(basis)
            rest.onOpen(undefined)
          }}
        />
      ) : (
        mayEdit &&
        !clause.computed && (
          <Button
            kind="quiet"
            small
            label={`${clause.typed ? 'Answer again' : 'Answer'}: ${clause.title}`}
            onClick={() => rest.onOpen(clause.id)}
          >
            {clause.typed ? 'Answer again' : 'Answer'}
          </Button>
        )
      )}
      {(isOpen || !mayEdit) &&
        clause.typed &&
        clause.typed.note !== '' &&
        rest.restrict({
          type: 'clause_answer',
          id: clause.typed.recordId,
          version: clause.typed.version,
          onDone: () => rest.onOpen(undefined),
        })}
    </li>
  )
}

function Typed({ clause }: { clause: ClauseView }) {
  const { typed } = clause
  if (!typed) return null
  return (
    <>
      <p>
        {clause.question} <strong>{answerLabels[typed.answer]}</strong>
        {typed.describedOn && `, as of ${formatDate(typed.describedOn)}`}
        {typed.setByCourt && (
          <>
            {' '}
            <Tag tone="legal">Set by a court</Tag>
          </>
        )}
      </p>
      {typed.basis && (
        <p className="app-quiet">
          <Shown>{basisLine(typed.basis)}</Shown>
        </p>
      )}
      {typed.note !== '' && <ShownNote>{typed.note}</ShownNote>}
    </>
  )
}
