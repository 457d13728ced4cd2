/**
 * Runs in a world of its own beside the page (as a sandboxed preload does in Electron): gives the preload
 * its `require('electron')` with contextBridge and ipcRenderer. The host's binding exists in this world
 * alone. Its source text is sent into the page, so it may use nothing from outside itself.
 */
export function runPreload(
  secret: string,
  binding: string,
  preload: (require: unknown, module: unknown, exports: unknown) => void,
): void {
  type Parts = Record<PropertyKey, unknown>
  type Callable = (...args: unknown[]) => unknown
  const FUNCTION = '\u0000function'
  const BYTES = '\u0000bytes'
  const world = globalThis as unknown as Record<string, unknown>
  const functions = new Map<number, Callable>()
  const invocations = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Map<string, Callable[]>()
  let last = 0

  const tell = (detail: unknown) =>
    document.dispatchEvent(new CustomEvent(`${secret}<`, { detail }))

  const isPlain = (value: unknown): value is Parts =>
    typeof value === 'object' &&
    value !== null &&
    (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)

  const mapParts = (value: Parts, change: (part: unknown) => unknown): unknown =>
    Array.isArray(value)
      ? value.map(change)
      : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]))

  const toPage = (value: unknown): unknown => {
    if (typeof value === 'function') {
      last += 1
      functions.set(last, value as Callable)
      return { [FUNCTION]: last }
    }
    return isPlain(value) ? mapParts(value, toPage) : value
  }

  const fromPage = (value: unknown): unknown => {
    if (!isPlain(value)) return value
    if (!(FUNCTION in value)) return mapParts(value, fromPage)
    const callback = value[FUNCTION]
    return (...args: unknown[]) => {
      tell({ callback, args: toPage(args) })
    }
  }

  const words = (error: unknown) => (error instanceof Error ? error.message : String(error))

  document.addEventListener(`${secret}>`, (event) => {
    const asked = (event as CustomEvent<{ call: number; args: unknown } | null>).detail
    // A thing that cannot be cloned arrives as nothing; the page's end then throws.
    if (!asked) return
    try {
      const value = functions.get(asked.call)?.(...(fromPage(asked.args) as unknown[]))
      if (!(value instanceof Promise)) return void tell({ reply: { value: toPage(value) } })
      last += 1
      const id = last
      tell({ reply: { promise: id } })
      value.then(
        (done: unknown) => tell({ settle: id, value: toPage(done) }),
        (error: unknown) => tell({ settle: id, rejected: words(error) }),
      )
    } catch (error) {
      tell({ reply: { thrown: words(error) } })
    }
  })

  const toText = (bytes: Uint8Array & { toBase64?: () => string }) => {
    if (bytes.toBase64) return bytes.toBase64()
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  }

  const encode = (value: unknown) =>
    JSON.stringify(value, (_key, part: unknown) =>
      part instanceof Uint8Array ? { [BYTES]: toText(part) } : part,
    )

  const decode = (text: string) =>
    JSON.parse(text, (_key, part: unknown) =>
      isPlain(part) && BYTES in part
        ? Uint8Array.from(atob(String(part[BYTES])), (letter) => letter.charCodeAt(0))
        : part,
    )

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => {
      last += 1
      const waiting = Promise.withResolvers<unknown>()
      invocations.set(last, waiting)
      const reachHost = world[binding] as (payload: string) => void
      reachHost(encode({ id: last, channel, args }))
      return waiting.promise
    },
    on: (channel: string, listener: Callable) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    off: (channel: string, listener: Callable) => {
      const kept = (listeners.get(channel) ?? []).filter((one) => one !== listener)
      listeners.set(channel, kept)
      return ipcRenderer
    },
  }

  // The host calls these two; no page can reach this world.
  world.fromHost = {
    answer: (text: string) => {
      const { id, value, error } = decode(text)
      const waiting = invocations.get(id)
      invocations.delete(id)
      if (error === undefined) waiting?.resolve(value)
      else waiting?.reject(new Error(error))
    },
    emit: (text: string) => {
      const { channel, args } = decode(text)
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args)
    },
  }

  const electron = {
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown) => tell({ expose: key, api: toPage(api) }),
    },
    ipcRenderer,
  }
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  preload(require, module, module.exports)
}
