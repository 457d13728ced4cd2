import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form/form.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { CountedSignature, RegisterView } from './view.ts'
import { standingMarks } from './words.ts'

/** Whether the register is declared complete, and what follows from it. */
export function RegisterState({ view }: { view: RegisterView }) {
  const { complete, declared } = view
  return (
    <Banner
      title={
        complete ? 'The register is declared complete' : 'The register is not declared complete'
      }
      tone={complete ? 'good' : 'warning'}
    >
      {declared && (
        <p>
          {complete ? 'Declared' : 'Taken back'} by <Shown>{declared.by}</Shown>,{' '}
          {formatDateTime(declared.at)}: <Shown>{declared.reason}</Shown>
        </p>
      )}
      <p>
        {complete
          ? 'Who is not in date in the level required of them signs nothing, unless in an emergency whose reason they give.'
          : 'Who is not in date in the level required of them is warned and may sign; each such signature is listed below.'}
      </p>
    </Banner>
  )
}

/** What is plainly still missing in the register. */
export function RegisterGaps({ view }: { view: RegisterView }) {
  return (
    <Section title="What is plainly missing">
      <p>{view.inPost} people are in post today.</p>
      <People
        title={`Nothing recorded at all (${view.nothing.length})`}
        people={view.nothing}
        none="Something is recorded for everybody of whom something is required."
      />
      <People
        title={`A certificate without its day (${view.undated.length})`}
        people={view.undated}
        none="Every certificate has its day."
      />
    </Section>
  )
}

interface PeopleProps {
  title: string
  people: RegisterView['nothing']
  none: string
}

function People({ title, people, none }: PeopleProps) {
  if (people.length === 0) return <p className="app-quiet">{none}</p>
  return (
    <>
      <h3>{title}</h3>
      <ul className="training-people">
        {people.map(({ staffId, name }) => (
          <li key={staffId}>
            <Link to="/people/training/staff/$staffId" params={{ staffId }}>
              <Shown>{name}</Shown>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

type Declaration = InputOf<typeof act.training.declareRegister.mutate>

interface DeclareProps {
  view: RegisterView
  signer: string
}

/** The ward manager's word that everybody's training has been entered, or that it has not after all. */
export function DeclareRegister({ view, signer }: DeclareProps) {
  const declare = useCommand(act.training.declareRegister.mutate)
  const { complete, version } = view
  return (
    <Section title={complete ? 'Take the declaration back' : 'Declare the register complete'}>
      <Form<Pick<Declaration, 'reason'>>
        key={version}
        act={complete ? 'Sign: it is not complete' : 'Sign: it is complete'}
        save={({ reason }, beside) => declare({ version, complete: !complete, reason }, beside)}
      >
        {!complete && (
          <p>
            It says that everybody’s training has been entered, not that everybody is in date. From
            then on, who is not in date is refused to sign.
          </p>
        )}
        <TextField
          name="reason"
          label={complete ? 'Why it is taken back' : 'How you made sure'}
          required={complete ? 'Enter why it is taken back' : 'Enter how you made sure'}
        />
        <SignatureField signer={signer} />
      </Form>
    </Section>
  )
}

interface CountedProps {
  signatures: readonly CountedSignature[]
  days: number
}

/** Signatures by people who were not in date: counted by themselves. */
export function CountedSignatures({ signatures, days }: CountedProps) {
  return (
    <Section
      title={`Signatures without training in date, last ${days} days (${signatures.length})`}
    >
      <Table
        caption="Signatures without training in date"
        captionHidden
        rows={signatures}
        rowKey={({ seq }) => String(seq)}
        empty={<Empty>There were none in these days.</Empty>}
        columns={[
          { name: 'When', cell: ({ at }) => formatDateTime(at), sortBy: ({ seq }) => seq },
          {
            name: 'Who',
            cell: ({ name, role }) => (
              <>
                <Shown>{name}</Shown>, {roleLabels[role].toLowerCase()}
              </>
            ),
            sortBy: ({ name }) => name,
          },
          { name: 'What was signed', cell: ({ procedure }) => actText(procedure) },
          { name: 'Training', cell: ({ standing }) => standingMarks[standing].word },
          {
            name: 'Why it went through',
            cell: ({ emergency, reason }) =>
              emergency ? (
                <>
                  <Tag tone="danger">Emergency</Tag> <Shown>{reason}</Shown>
                </>
              ) : (
                <Tag tone="warning">Register not complete</Tag>
              ),
          },
        ]}
      />
    </Section>
  )
}

/** An act of the API in words: `supervision.confirmRaise` reads "Supervision: confirm raise". */
function actText(procedure: string): string {
  const [feature = '', act = ''] = procedure.split('.')
  const words = (text: string) => text.replace(/([A-Z])/g, ' $1').toLowerCase()
  const first = words(feature)
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}: ${words(act)}`
}
