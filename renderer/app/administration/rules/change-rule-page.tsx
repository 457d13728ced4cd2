import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { valueText } from '#domain/rule-sets/differences.ts'
import { type ValueWithin, valuesWithin } from '#domain/rule-sets/values.ts'
import { folded } from '#domain/shared/folded-text.ts'
import { read, useRead } from '../../../api.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Section } from '../../../ui/section.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { Table } from '../../../ui/table.tsx'
import { Ready } from '../../reading.tsx'
import { ChangeValueForm } from './change-value-form.tsx'
import { type RevisionView, whereText } from './words.tsx'

/** The values of a draft one by one: find a rule, change it, say why. */
export function ChangeRulePage() {
  const { revisionId } = useParams({ from: '/administration/rules/$revisionId/change' })
  const revision = useRead(read.ruleSets.revision.queryOptions({ id: revisionId }))
  return (
    <>
      <p>
        <Link
          to="/administration/rules/$revisionId"
          params={{ revisionId }}
          className="nhsuk-back-link"
        >
          Back to the draft
        </Link>
      </p>
      <Ready reading={revision}>
        {(value) =>
          value.state === 'draft' ? (
            <ChangeRule revision={value} />
          ) : (
            <Banner
              title="Only a draft can be changed. Begin one from this version"
              tone="warning"
            />
          )
        }
      </Ready>
    </>
  )
}

// More than this on one page helps nobody to find a rule.
const mostShown = 100

function ChangeRule({ revision }: { revision: RevisionView }) {
  const [sought, seek] = useState('')
  const [changing, change] = useState<ValueWithin>()
  const content: unknown = JSON.parse(revision.content)
  if (changing)
    return (
      <ChangeValueForm
        revision={revision}
        content={content}
        value={changing}
        onDone={() => change(undefined)}
      />
    )
  const found = valuesWithin(content).filter((one) => isSought(one, sought))
  return (
    <Section title={`Change ${revision.title}, version ${revision.revision}`}>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="rule-sought">
          Find a rule
        </label>
        <input
          id="rule-sought"
          className="nhsuk-input nhsuk-input--width-20"
          type="search"
          autoComplete="off"
          value={sought}
          onChange={(event) => seek(event.currentTarget.value)}
        />
      </div>
      <p role="status">
        {found.length > mostShown
          ? `${found.length} values, the first ${mostShown} are shown. Type a word to find the rule`
          : `${found.length} ${found.length === 1 ? 'value' : 'values'}`}
      </p>
      <Table
        caption="Values of the draft"
        captionHidden
        rows={found.slice(0, mostShown)}
        rowKey={({ path }) => path.join('/')}
        empty={<Empty>No rule has this word. Try another one.</Empty>}
        columns={[
          { name: 'Rule', cell: ({ where }) => <Shown>{whereText(where)}</Shown> },
          { name: 'Value', cell: ({ value }) => <Shown>{valueText(value) ?? ''}</Shown> },
          {
            name: 'Change',
            cell: (value) => (
              <Button
                kind="quiet"
                small
                label={`Change ${whereText(value.where)}`}
                onClick={() => change(value)}
              >
                Change
              </Button>
            ),
          },
        ]}
      />
    </Section>
  )
}

function isSought({ where, value }: ValueWithin, sought: string): boolean {
  const text = folded(`${where.join(' ')} ${value}`)
  return folded(sought)
    .split(' ')
    .every((word) => text.includes(word))
}
