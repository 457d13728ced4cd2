import { randomUUID } from 'node:crypto'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Bridge } from '#domain/shared/bridge.ts'
import type { WorkerEvent } from '#domain/shared/wire.ts'
import type { AppCore } from '../../../electron/platform/app-core.ts'
import { readings } from '../../../renderer/api.ts'
import { App } from '../../../renderer/app/app.tsx'
import { type TestUnit, testPassword } from '../../support/app.ts'

interface Served {
  app: AppCore
  events: TestUnit['events']
}

interface OpenedWindow {
  user: ReturnType<typeof userEvent.setup>
  connection: string
  saved: { name: string; bytes: Uint8Array }[]
  /** The files that the person will choose, one after the other. */
  choosing: { name: string; bytes: Uint8Array }[]
  /** The folders that the person will choose, one after the other. */
  folders: string[]
}

window.matchMedia ??= (media) =>
  ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList
URL.createObjectURL ??= () => 'blob:test'
URL.revokeObjectURL ??= () => undefined

/** The real screen over the real app, in this process: nothing between them but the bridge is made up. */
export function openWindow({ app, events }: Served): OpenedWindow {
  const connection = randomUUID()
  const listeners = new Set<(event: WorkerEvent) => void>()
  const saved: OpenedWindow['saved'] = []
  const choosing: OpenedWindow['choosing'] = []
  const folders: OpenedWindow['folders'] = []
  const push = events.push.bind(events)
  events.push = (...made) => {
    for (const { event, connection: whose } of made)
      if (whose === undefined || whose === connection)
        for (const listener of listeners) queueMicrotask(() => listener(event))
    return push(...made)
  }
  const bridge: Bridge = {
    call: (call) => app.call(connection, call),
    onEvent(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    saveFile: (name, bytes) => {
      saved.push({ name, bytes })
      return Promise.resolve('saved')
    },
    openFile: () => Promise.resolve(choosing.shift() ?? null),
    chooseFolder: () => Promise.resolve(folders.shift() ?? null),
    openWindow: () => Promise.resolve(),
    print: () => Promise.resolve(),
  }
  window.bridge = bridge
  readings.clear()
  render(<App />)
  // Nothing here waits for a key that was let go: a pause between two keys brings nothing.
  return { user: userEvent.setup({ delay: null }), connection, saved, choosing, folders }
}

/** Opens a window and signs in; `role` is the sign-in name as well. */
export async function signedIn(unit: Served, role: string): Promise<OpenedWindow> {
  const opened = openWindow(unit)
  await signIn(opened, role)
  return opened
}

export async function signIn(
  { user }: Pick<OpenedWindow, 'user'>,
  role: string,
  password = testPassword,
) {
  await user.type(await screen.findByLabelText('Sign-in name'), role)
  await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByRole('navigation', { name: 'Main' })
}
