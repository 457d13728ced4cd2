import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { roleLabels } from '#domain/users/roles.ts'
import { act, openAnotherWindow } from '../api.ts'
import { Confirm } from '../ui/dialog.tsx'
import { settleDrafts } from '../ui/form/use-draft.ts'
import { Shown } from '../ui/shown.tsx'
import { hangUp } from './board/wall.tsx'
import { DisplayFields } from './display-fields.tsx'
import { HelpLink } from './help/help-link.tsx'
import { useMay, useMe } from './session/me.ts'

/** Who is signed in, what they can set for themselves, and the lock. */
export function PersonMenu() {
  const me = useMe()
  const mayClose = useMay('store:close')
  const mayHang = useMay('board:wall')
  const [closing, confirmClose] = useState(false)
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => menu.current?.removeAttribute('open')
  const leave = async (how: 'lock' | 'signOut' | 'closeUnit') => {
    await settleDrafts()
    await act.session[how].mutate(undefined)
  }
  return (
    <div className="app-top__person">
      <details className="app-menu" ref={menu}>
        <summary>
          <span className="app-top__who">
            <Shown>{me.name}</Shown>
          </span>
          <span className="app-top__who">
            {roleLabels[me.role]}
            {me.nurseInCharge && ', in charge'}
          </span>
        </summary>
        <div className="app-menu__panel">
          <p>
            <Shown>{me.unitName}</Shown>
          </p>
          <DisplayFields />
          <ul className="app-menu__acts">
            <li>
              <HelpLink onClick={close} />
            </li>
            <li>
              <Link to="/password" onClick={close}>
                Change your password
              </Link>
            </li>
            {mayHang && (
              <li>
                <button type="button" onClick={() => void settleDrafts().then(hangUp)}>
                  Show the unit on the wall
                </button>
              </li>
            )}
            <li>
              <button
                type="button"
                onClick={() => {
                  close()
                  void openAnotherWindow()
                }}
              >
                Open another window
              </button>
            </li>
            <li>
              <button type="button" onClick={() => void leave('signOut')}>
                Sign out
              </button>
            </li>
            {mayClose && (
              <li>
                <button type="button" onClick={() => confirmClose(true)}>
                  Close the unit for everybody
                </button>
              </li>
            )}
          </ul>
        </div>
      </details>
      {closing && (
        <Confirm
          title="Close the unit for everybody?"
          act="Close the unit"
          kind="warning"
          onConfirm={() => void leave('closeUnit')}
          onClose={() => confirmClose(false)}
        >
          <p>
            Everybody is signed out, and no clock runs on the lock screen until somebody signs in
            again. What was typed is kept.
          </p>
        </Confirm>
      )}
      <button type="button" className="app-top__button" onClick={() => void leave('lock')}>
        Lock
      </button>
    </div>
  )
}
