import { useState } from 'react'
import { act, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Shown } from '../../ui/shown.tsx'
import type { RegisterView } from './view.ts'

interface MissingProps {
  view: RegisterView
  mayEdit: boolean
}

/** What is expected from what is known of her, and not on the register yet. */
export function Missing({ view: { missing, family }, mayEdit }: MissingProps) {
  const add = useCommand(act.documents.expectMissing.mutate)
  const [failed, fail] = useState<string>()
  if (missing.length === 0) return null
  const put = async () => {
    const reply = await add({ stayId: family.stayId, referralId: null })
    fail(reply.ok ? undefined : reply.failure.message)
  }
  return (
    <Banner
      title={
        missing.length === 1
          ? 'One more document is expected'
          : `${missing.length} more documents are expected`
      }
      tone="warning"
    >
      <ul>
        {missing.map(({ classId, babyId, source, title, because }) => (
          <li key={`${classId} ${babyId} ${source?.recordId}`}>
            <Shown>{title}</Shown>. <Shown>{because}</Shown>
          </li>
        ))}
      </ul>
      {failed && <p role="alert">{failed}</p>}
      {mayEdit && (
        <Button small onClick={() => void put()}>
          {missing.length === 1 ? 'Put it on the register' : 'Put them on the register'}
        </Button>
      )}
    </Banner>
  )
}
