import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { act, saveFile } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { useMay } from '../../session/me.ts'
import { ApproveForm } from './approve-form.tsx'
import { BeginDraftForm, DropDraftForm } from './draft-forms.tsx'
import { RenewForm } from './renew-form.tsx'
import type { RevisionView } from './words.tsx'

type Doing = 'approve' | 'draft' | 'drop' | 'renew'

interface RevisionActsProps {
  revision: RevisionView
  /** Told whether a form is open, so that the page shows it alone. */
  onActing: (acting: boolean) => void
}

/** What can be done with a revision as it stands, and the form of what was chosen. */
export function RevisionActs({ revision, onActing }: RevisionActsProps) {
  const [doing, setDoing] = useState<Doing>()
  const start = (what: Doing | undefined) => {
    setDoing(what)
    onActing(what !== undefined)
  }
  const done = () => start(undefined)
  switch (doing) {
    case 'approve':
      return <ApproveForm revision={revision} onDone={done} />
    case 'draft':
      return <BeginDraftForm revision={revision} onDone={done} />
    case 'drop':
      return <DropDraftForm revision={revision} onDone={done} />
    case 'renew':
      return <RenewForm revision={revision} onDone={done} />
    case undefined:
      return <Choices revision={revision} start={start} />
  }
}

function Choices({ revision, start }: { revision: RevisionView; start: (what: Doing) => void }) {
  const mayEdit = useMay('rule-sets:edit')
  const mayApprove = useMay('rule-sets:approve')
  const { state, id, kind } = revision
  const isCurrent = state === 'in-force' || state === 'review-overdue'
  return (
    <>
      {mayApprove && revision.mayBeApproved && revision.isOwn && (
        <p>You wrote this draft, so somebody else approves it.</p>
      )}
      {mayApprove && revision.mayBeApproved && revision.needsFirst !== null && (
        <p>{revision.needsFirst}.</p>
      )}
      <div className="app-buttons app-buttons--below">
        {mayApprove &&
          revision.mayBeApproved &&
          !revision.isOwn &&
          revision.needsFirst === null && (
            <Button small onClick={() => start('approve')}>
              Approve
            </Button>
          )}
        {mayEdit && state === 'draft' && kind === 'admission-criteria' && (
          <Link
            to="/referrals/criteria/$revisionId"
            params={{ revisionId: id }}
            className="nhsuk-button nhsuk-button--small"
          >
            Change the clauses
          </Link>
        )}
        {mayEdit && state === 'draft' && (
          <Link
            to="/administration/rules/$revisionId/change"
            params={{ revisionId: id }}
            className="nhsuk-button nhsuk-button--small"
          >
            Change a rule
          </Link>
        )}
        {mayApprove && isCurrent && (
          <Button kind="quiet" small onClick={() => start('renew')}>
            Record a review
          </Button>
        )}
        {mayEdit && (
          <Button kind="quiet" small onClick={() => start('draft')}>
            Begin a draft from this version
          </Button>
        )}
        <SaveRules id={id} />
        {mayEdit && state === 'draft' && (
          <Button kind="quiet" small onClick={() => start('drop')}>
            Drop the draft
          </Button>
        )}
      </div>
    </>
  )
}

/** Saves the revision as a file, which another unit or another day can read in as a draft. */
function SaveRules({ id }: { id: string }) {
  const [said, say] = useState('')
  const save = async () => {
    const reply = await act.ruleSets.exportFile.query({ id })
    if (!reply.ok) return say(reply.failure.message)
    const { name, text } = reply.value
    const how = await saveFile(name, new TextEncoder().encode(text)).catch(() => 'failed' as const)
    say(
      how === 'saved'
        ? 'The file was saved.'
        : how === 'failed'
          ? 'The file could not be saved. Choose another place'
          : '',
    )
  }
  return (
    <>
      <Button kind="quiet" small onClick={() => void save()}>
        Save as a file
      </Button>
      <span role="status">{said}</span>
    </>
  )
}
