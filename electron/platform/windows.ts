import type { BrowserWindow } from 'electron'

/** The app's windows: one process and one store, and in each window a session of its own (decision 6). */
export interface Windows {
  /** Opens another window. */
  open(): Promise<void>
  /** The app was started a second time: brings the window that was used last to the front, or opens one. */
  show(): Promise<void>
}

/** More than this at once is no person's wish. */
const most = 8

export function makeWindows(make: () => Promise<BrowserWindow>): Windows {
  /** The one used last is the last. */
  const open: BrowserWindow[] = []

  function used(window: BrowserWindow): void {
    forget(window)
    open.push(window)
  }

  function forget(window: BrowserWindow): void {
    const at = open.indexOf(window)
    if (at >= 0) open.splice(at, 1)
  }

  const windows: Windows = {
    async open() {
      if (open.length >= most) return windows.show()
      const window = await make()
      used(window)
      window.on('focus', () => used(window))
      window.on('closed', () => forget(window))
    },
    async show() {
      const last = open.at(-1)
      if (!last) return windows.open()
      if (last.isMinimized()) last.restore()
      last.focus()
    },
  }
  return windows
}
