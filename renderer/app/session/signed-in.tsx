import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { read, useRead } from '../../api.ts'
import { DraftsProvider } from '../../ui/form/drafts.tsx'
import { Wall } from '../board/wall.tsx'
import { DisplayProvider } from '../display.tsx'
import { Ready } from '../reading.tsx'
import { makeRouter } from '../router.tsx'
import { serviceDrafts } from './drafts.ts'
import { MeContext } from './me.ts'
import { OwnSigning } from './own-signing.tsx'
import { useActivity } from './use-activity.ts'

/** The app for whoever is signed in. Everything in it goes when the session ends. */
export function SignedIn() {
  useActivity()
  const me = useRead(read.session.me.queryOptions(undefined))
  const [router] = useState(makeRouter)
  return (
    <Ready reading={me}>
      {(value) =>
        value.wall ? (
          <Wall />
        ) : (
          <MeContext value={value}>
            <DraftsProvider drafts={serviceDrafts}>
              <DisplayProvider>
                <OwnSigning>
                  <RouterProvider router={router} />
                </OwnSigning>
              </DisplayProvider>
            </DraftsProvider>
          </MeContext>
        )
      }
    </Ready>
  )
}
