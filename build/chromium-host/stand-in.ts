import type { EventEmitter } from 'node:events'

/** Thrown for whatever of Electron this host does not have: never a silent nothing. */
export function notAvailable(what: string): never {
  throw new Error(`electron.${what} is not available in the Chromium host`)
}

const QUIET = new Set<PropertyKey>(['then', 'toJSON', 'constructor', 'prototype'])

/**
 * An object with the part of an Electron object that the app uses, checked against Electron's own types;
 * every other member throws. `emitter` lends its `on`, `once`, `off` and `emit`.
 */
export function standIn<T extends object>(
  name: string,
  part: Partial<T>,
  emitter?: EventEmitter,
): T {
  return new Proxy(part, {
    get: (target, key, receiver) => {
      if (key in target) return Reflect.get(target, key, receiver)
      if (emitter && key in emitter) {
        const member: unknown = Reflect.get(emitter, key)
        return typeof member === 'function' ? member.bind(emitter) : member
      }
      if (typeof key === 'symbol' || QUIET.has(key)) return undefined
      return notAvailable(`${name}.${key}`)
    },
  }) as T
}

/** A whole module or class of Electron's that this host does not have. */
export function absent<T>(name: string): T {
  // A function that may be called or constructed, so that either says what is wrong.
  return new Proxy(function nothing() {}, {
    get: (_target, key) => {
      if (typeof key === 'symbol' || QUIET.has(key)) return undefined
      return notAvailable(`${name}.${key}`)
    },
    apply: () => notAvailable(name),
    construct: () => notAvailable(name),
  }) as T
}
