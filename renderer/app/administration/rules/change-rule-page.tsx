import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import {
  editable,
  type FieldWithin,
  type ItemWithin,
  type RulePath,
} from '#domain/rule-sets/fields.ts'
import type { RuleShape } from '#domain/rule-sets/shape.ts'
import { read, useRead } from '../../../api.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Section } from '../../../ui/section.tsx'
import { Ready } from '../../reading.tsx'
import { ChangeItemForm } from './change-item-form.tsx'
import { ChangeValueForm } from './change-value-form.tsx'
import { FieldTable } from './field-table.tsx'
import { FindFields } from './find-fields.tsx'
import type { RevisionView } from './words.tsx'

/** The fields of a draft one by one: find a rule, change it, add one like it or take it out, and say why. */
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
            <WithShape revision={value} />
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

function WithShape({ revision }: { revision: RevisionView }) {
  const shape = useRead(read.ruleSets.shape.queryOptions({ kind: revision.kind }))
  return (
    <Ready reading={shape}>
      {(text) => <ChangeRule revision={revision} shape={JSON.parse(text) as RuleShape} />}
    </Ready>
  )
}

/** What somebody is doing to the draft. */
type Doing =
  | { what: 'change'; field: FieldWithin }
  | { what: 'copy' | 'take-out'; item: ItemWithin }

function ChangeRule({ revision, shape }: { revision: RevisionView; shape: RuleShape }) {
  const [sought, seek] = useState('')
  const [part, choosePart] = useState('')
  const [doing, setDoing] = useState<Doing>()
  const content: unknown = JSON.parse(revision.content)
  const done = () => setDoing(undefined)
  if (doing?.what === 'change')
    return (
      <ChangeValueForm revision={revision} content={content} field={doing.field} onDone={done} />
    )
  if (doing)
    return (
      <ChangeItemForm
        revision={revision}
        content={content}
        item={doing.item}
        what={doing.what}
        onDone={done}
      />
    )
  const all = editable(shape, content)
  return (
    <Section title={`Change ${revision.title}, version ${revision.revision}`}>
      <FindFields fields={all.fields} {...{ sought, seek, part, choosePart }}>
        {(found) => (
          <FieldTable
            fields={found}
            itemOf={(path) => itemOf(all.items, path)}
            onChange={(field) => setDoing({ what: 'change', field })}
            onItem={(what, item) => setDoing({ what, item })}
          />
        )}
      </FindFields>
    </Section>
  )
}

/** The item of a list whose first field this is: there it is copied or taken out. */
function itemOf(items: readonly ItemWithin[], path: RulePath): ItemWithin | undefined {
  const key = path.join('/')
  return items.findLast(
    (item) => key === item.path.join('/') || key.startsWith(`${item.path.join('/')}/`),
  )
}
