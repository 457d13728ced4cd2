/**
 * Runs in the page's own world before any script of the page: the receiving end of contextBridge. It
 * shares the document with the preload's world and nothing else; what passes is copied by the engine
 * (the detail of a DOM event between worlds is cloned), under a name that only these two ends know.
 * Its source text is sent into the page, so it may use nothing from outside itself.
 */
export function receiveBridge(secret: string): void {
  type Parts = Record<PropertyKey, unknown>
  type Reply = { value: unknown } | { promise: number } | { thrown: string }
  type Told =
    | { expose: string; api: unknown }
    | { reply: Reply }
    | { settle: number; value?: unknown; rejected?: string }
    | { callback: number; args: unknown }
  interface Settler {
    resolve(value: unknown): void
    reject(error: unknown): void
  }

  // Taken now: a page that changes its own globals later changes nothing here.
  const send = document.dispatchEvent.bind(document)
  const listen = document.addEventListener.bind(document)
  const { Error: PageError, Promise: PagePromise, CustomEvent: PageEvent } = globalThis
  const { defineProperty, freeze, create, keys, getPrototypeOf } = Object
  const plain = Object.prototype
  const isArray = Array.isArray
  const FUNCTION = '\u0000function'
  const callbacks: Record<number, (...args: unknown[]) => unknown> = create(null)
  const settlers: Record<number, Settler> = create(null)
  let last = 0
  let reply: Reply | undefined

  const isPlain = (value: unknown): value is Parts =>
    typeof value === 'object' &&
    value !== null &&
    (isArray(value) || getPrototypeOf(value) === plain)

  const mapParts = (value: Parts, change: (part: unknown) => unknown): unknown => {
    const copy: Parts = isArray(value) ? ([] as unknown as Parts) : {}
    for (const key of keys(value)) copy[key] = change(value[key])
    return copy
  }

  const toPreload = (value: unknown): unknown => {
    if (typeof value === 'function') {
      last += 1
      callbacks[last] = value as (...args: unknown[]) => unknown
      return { [FUNCTION]: last }
    }
    return isPlain(value) ? mapParts(value, toPreload) : value
  }

  const fromPreload = (value: unknown): unknown => {
    if (!isPlain(value)) return value
    if (!(FUNCTION in value)) return mapParts(value, fromPreload)
    const id = value[FUNCTION] as number
    return (...args: unknown[]) => call(id, args)
  }

  const call = (id: number, args: unknown[]): unknown => {
    reply = undefined
    send(new PageEvent(`${secret}>`, { detail: { call: id, args: toPreload(args) } }))
    const got = reply as Reply | undefined
    if (!got) throw new PageError('An object could not be cloned.')
    if ('thrown' in got) throw new PageError(got.thrown)
    if (!('promise' in got)) return fromPreload(got.value)
    return new PagePromise((resolve, reject) => {
      settlers[got.promise] = { resolve, reject }
    })
  }

  const deepFreeze = (value: unknown): unknown => {
    if (isPlain(value)) for (const key of keys(value)) deepFreeze(value[key])
    return freeze(value)
  }

  listen(`${secret}<`, (event) => {
    const told = (event as CustomEvent<Told>).detail
    if ('expose' in told) {
      const value = deepFreeze(fromPreload(told.api))
      defineProperty(globalThis, told.expose, { value, enumerable: true })
    } else if ('reply' in told) {
      reply = told.reply
    } else if ('settle' in told) {
      const settler = settlers[told.settle]
      delete settlers[told.settle]
      if (told.rejected !== undefined) settler?.reject(new PageError(told.rejected))
      else settler?.resolve(fromPreload(told.value))
    } else {
      callbacks[told.callback]?.(...(fromPreload(told.args) as unknown[]))
    }
  })
}
