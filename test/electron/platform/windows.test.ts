import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeWindows, type Windows } from '../../../electron/platform/windows.ts'

class FakeWindow extends EventEmitter {
  minimized = false
  isMinimized = () => this.minimized
  restore = () => {
    this.minimized = false
  }
  focus = () => this.emit('focus')
}

let made: FakeWindow[]
let focused: FakeWindow[]
let windows: Windows
beforeEach(() => {
  made = []
  focused = []
  windows = makeWindows(async () => {
    const window = new FakeWindow()
    window.on('focus', () => focused.push(window))
    made.push(window)
    return window as unknown as BrowserWindow
  })
})

describe('a second start of the app', () => {
  test('brings the window that was used last to the front, out of the task bar', async () => {
    await windows.open()
    await windows.open()
    made[0]?.focus()
    if (made[0]) made[0].minimized = true
    focused = []
    await windows.show()
    expect(focused).toEqual([made[0]])
    expect(made[0]?.minimized).toBe(false)
    expect(made).toHaveLength(2)
  })

  test('forgets a window that was closed, and opens one where there is none', async () => {
    await windows.open()
    await windows.open()
    made[1]?.emit('closed')
    await windows.show()
    expect(focused).toEqual([made[0]])
    made[0]?.emit('closed')
    await windows.show()
    expect(made).toHaveLength(3)
  })
})

test('a button that is held down opens no more windows than a desk can hold', async () => {
  for (let times = 0; times < 20; times += 1) await windows.open()
  expect(made).toHaveLength(8)
})
