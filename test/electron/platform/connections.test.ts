import { EventEmitter } from 'node:events'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { WorkerEvent } from '#domain/shared/wire.ts'
import { type Connections, makeConnections } from '../../../electron/platform/connections.ts'

const CHANGED: WorkerEvent = { kind: 'changed', tables: ['stay'] }

function makePage(url = 'app://mbu/index.html') {
  const mainFrame = { url }
  return Object.assign(new EventEmitter(), {
    mainFrame,
    send: vi.fn(),
    reload: vi.fn(),
    isDestroyed: () => false,
  })
}
type FakePage = ReturnType<typeof makePage>

const asContents = (page: FakePage) => page as unknown as WebContents
const asking = (page: FakePage, senderFrame: unknown = page.mainFrame) =>
  ({ sender: page, senderFrame }) as unknown as IpcMainInvokeEvent

describe('A connection', () => {
  const onOpened = vi.fn()
  const onClosed = vi.fn()
  let connections: Connections
  beforeEach(() => {
    vi.resetAllMocks()
    connections = makeConnections({ onOpened, onClosed })
  })

  test('belongs to one window', () => {
    const [one, other] = [makePage(), makePage()]
    connections.add(asContents(one))
    connections.add(asContents(other))
    expect(connections.of(asking(one))).toBe(onOpened.mock.calls[0]?.[0])
    expect(connections.of(asking(other))).not.toBe(connections.of(asking(one)))
  })

  test.each([
    ['a page that was never added', () => asking(makePage())],
    [
      'a frame within the page',
      () => {
        const page = makePage()
        connections.add(asContents(page))
        return asking(page, { url: 'app://mbu/index.html' })
      },
    ],
    [
      'a frame that is gone',
      () => {
        const page = makePage()
        connections.add(asContents(page))
        return asking(page, null)
      },
    ],
    [
      'a page that is somewhere else',
      () => {
        const page = makePage('https://example.org/')
        connections.add(asContents(page))
        return asking(page)
      },
    ],
  ])('is refused to %s', (_who, event) => {
    expect(connections.of(event())).toBeUndefined()
  })

  test('ends when the page is loaded anew: nobody is signed in after it', () => {
    const page = makePage()
    connections.add(asContents(page))
    const first = connections.of(asking(page))
    page.emit('did-navigate')
    expect(connections.of(asking(page))).toBe(first)
    page.emit('did-navigate')
    expect(onClosed).toHaveBeenCalledWith(first)
    expect(connections.of(asking(page))).not.toBe(first)
  })

  test('ends when the page dies, and the page is loaded again', () => {
    const page = makePage()
    connections.add(asContents(page))
    const first = connections.of(asking(page))
    page.emit('render-process-gone')
    expect(onClosed).toHaveBeenCalledWith(first)
    expect(page.reload).toHaveBeenCalled()
    expect(connections.of(asking(page))).toBeUndefined()
    page.emit('did-navigate')
    expect(connections.of(asking(page))).toEqual(expect.any(String))
    expect(connections.of(asking(page))).not.toBe(first)
  })

  test('ends with its window', () => {
    const page = makePage()
    connections.add(asContents(page))
    page.emit('destroyed')
    expect(onClosed).toHaveBeenCalledTimes(1)
    expect(connections.all()).toEqual([])
  })

  test('is told its own events, and those that are for everybody', () => {
    const [one, other] = [makePage(), makePage()]
    connections.add(asContents(one))
    connections.add(asContents(other))
    connections.send(CHANGED, connections.of(asking(one)))
    expect(one.send).toHaveBeenCalledTimes(1)
    expect(other.send).not.toHaveBeenCalled()
    connections.send(CHANGED, undefined)
    expect(other.send).toHaveBeenCalledTimes(1)
  })
})
