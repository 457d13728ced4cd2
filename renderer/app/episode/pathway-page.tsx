import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay, useMe } from '../session/me.ts'
import { PathwayPaper } from './pathway-paper.tsx'
import { PathwayReaders } from './pathway-readers.tsx'

type Pathway = Outputs['unwellBaby']['pathway']

/** The pathway as a document: read it, sign that it was read, print it, and see who has read which version. */
export function PathwayPage() {
  const pathway = useRead(read.unwellBaby.pathway.queryOptions(undefined))
  const maySeeReaders = useMay('training:read')
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="The pathway for an unwell baby"
        back={
          <Link to="/people" className="nhsuk-back-link">
            Back to people
          </Link>
        }
      />
      <Section title="On paper">
        <p>
          Both are made of the rules in force, by which the app itself goes. Print them again when
          the rules change.
        </p>
        <PathwayPaper paper="wall-page" what="The page for the wall" />
        <PathwayPaper paper="blank-form" what="The form for when the computer is down" />
      </Section>
      <Ready reading={pathway} what="pathway">
        {(view) => (
          <>
            <Section title="The version in force">
              <Parts revisions={view.revisions} />
              <OwnReading view={view} />
            </Section>
            <Section title="Written on paper">
              <p>{paperText(view.paper)}</p>
            </Section>
          </>
        )}
      </Ready>
      {maySeeReaders && (
        <Section title="Who has read it">
          <PathwayReaders />
        </Section>
      )}
    </div>
  )
}

const Parts = ({ revisions }: Pick<Pathway, 'revisions'>) => (
  <Table
    caption="The parts of the pathway"
    captionHidden
    rows={revisions}
    rowKey={({ title }) => title}
    columns={[
      { name: 'Part', cell: ({ title }) => <Shown>{title}</Shown> },
      { name: 'Version', cell: ({ revision }) => revision },
      {
        name: 'Approved',
        cell: ({ approved }) =>
          approved ? 'By the unit' : <Tag tone="warning">Not approved by the unit</Tag>,
      },
    ]}
  />
)

/** Reading is signed with one's own password: it says that this person has read this version. */
function OwnReading({ view: { own, version } }: { view: Pathway }) {
  const { name } = useMe()
  const sign = useCommand(act.unwellBaby.readPathway.mutate)
  if (own.state === 'read')
    return <Banner title={`You have read this version, ${formatDateTime(own.at)}`} tone="good" />
  return (
    <Form<object> act="I have read it" save={(_, beside) => sign(version, beside)}>
      <p>
        {own.state === 'read-earlier'
          ? `You read an earlier version on ${formatDateTime(own.at)}. Read the page for the wall again, then sign.`
          : 'Read the page for the wall, then sign.'}
      </p>
      <SignatureField signer={name} />
    </Form>
  )
}

function paperText({ forms, episodes, days }: Pathway['paper']): string {
  const span = `in the last ${days} days`
  if (forms === 0) return `No part of an episode was written on paper ${span}.`
  const many = `${forms} ${forms === 1 ? 'part' : 'parts'} of ${episodes} ${episodes === 1 ? 'episode' : 'episodes'}`
  return `${many} ${forms === 1 ? 'was' : 'were'} written on paper ${span}, and entered later.`
}
