import { useState } from 'react'
import { dateOf, formatDate } from '#domain/shared/calendar.ts'
import {
  type Employment,
  employmentLabels,
  type Profession,
  professionLabels,
  registrationFault,
} from '#domain/users/staff.ts'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'
import type { StaffMember } from './staff.tsx'

type Post = Outputs['users']['posts'][number]

/** The posts that somebody had here: what is asked of them on a day goes by the post of that day. */
export function Posts({ member }: { member: StaffMember }) {
  const posts = useRead(read.users.posts.queryOptions({ staffId: member.recordId }))
  const [doing, start] = useState<'begin' | Post>()
  const done = () => start(undefined)
  return (
    <Section
      title="Posts here"
      actions={
        doing === undefined && (
          <Button kind="quiet" small onClick={() => start('begin')}>
            {member.leftOn === null ? 'Another post begins' : 'They are back'}
          </Button>
        )
      }
    >
      {doing === 'begin' && <BeginPost member={member} onDone={done} />}
      {typeof doing === 'object' && <WithdrawPost post={doing} onDone={done} />}
      <Ready reading={posts}>
        {(rows) => (
          <Table
            caption="Posts here"
            captionHidden
            rows={rows}
            rowKey={({ fromOn }) => fromOn}
            columns={[
              {
                name: 'Profession',
                cell: ({ profession }) => professionLabels[profession as Profession] ?? profession,
              },
              {
                name: 'Employed as',
                cell: ({ employment }) => employmentLabels[employment as Employment] ?? employment,
              },
              { name: 'From', cell: ({ fromOn }) => formatDate(fromOn) },
              { name: 'Until', cell: ({ untilOn }) => (untilOn ? formatDate(untilOn) : '') },
              {
                name: 'Change',
                cell: (post) =>
                  post.earlier && (
                    <Button
                      kind="quiet"
                      small
                      label={`Entered in error: the post from ${formatDate(post.fromOn)}`}
                      onClick={() => start(post)}
                    >
                      Entered in error
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Ready>
    </Section>
  )
}

type Begun = Omit<InputOf<typeof act.users.beginPost.mutate>, 'id' | 'version'>

function BeginPost({ member, onDone }: { member: StaffMember; onDone: () => void }) {
  const begin = useCommand(act.users.beginPost.mutate)
  const { recordId: id, version, profession, employment, registration } = member
  return (
    <Form<Begun>
      act="Begin the post"
      initial={{ profession, employment, registration: registration ?? '' }}
      save={(input) => begin({ ...input, id, version })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <PostFields />
      <TextField
        name="reason"
        label="Why"
        hint="Such as: qualified, new contract, back from elsewhere."
        required="Enter why the post changes"
      />
    </Form>
  )
}

function PostFields() {
  const today = dateOf(useServiceNow()())
  const profession = useTyped<string>('profession')
  return (
    <>
      <DateField
        name="from"
        legend="From"
        hint="The days before keep the post that they had."
        required="Enter the day on which the post begins"
        latest={today}
      />
      <SelectField
        name="profession"
        label="Profession"
        required="Choose the profession"
        choices={choicesOf(professionLabels)}
      />
      <SelectField
        name="employment"
        label="Employed as"
        required="Choose how they are employed"
        choices={choicesOf(employmentLabels)}
      />
      <TextField
        name="registration"
        label="Professional registration (optional)"
        width={20}
        check={(typed) =>
          (profession && registrationFault(profession as Profession, typed)) || undefined
        }
      />
    </>
  )
}

function WithdrawPost({ post, onDone }: { post: Post; onDone: () => void }) {
  const withdraw = useCommand(act.users.withdrawPost.mutate)
  const { earlier } = post
  if (!earlier) return null
  return (
    <Form<{ reason: string }>
      key={earlier.id}
      act="Mark as entered in error"
      kind="warning"
      save={({ reason }) => withdraw({ ...earlier, reason })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>The post from {formatDate(post.fromOn)} counts no more. It stays readable.</p>
      <TextField
        name="reason"
        label="Why it was entered in error"
        required="Enter why it was entered in error"
      />
    </Form>
  )
}
