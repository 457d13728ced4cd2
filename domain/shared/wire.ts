import type { Reply } from './failure.ts'
import type { Instant } from './time.ts'

/**
 * One call of the API, as it crosses from the window to the worker. The operation id, the password and the
 * second person travel beside the input and never inside it, so that no service, draft or log can hold them.
 */
export interface Call {
  /** The procedure, `feature.act`. */
  path: string
  type: 'query' | 'mutation'
  input: unknown
  /** A random UUID that the screen makes for one act and keeps over its retries; commands need it. */
  operationId?: string
  /** The person's own password, where the act is a signature. */
  password?: string
  /** The second person, where the act needs two. */
  second?: SecondPerson
  /** Why a person signs who otherwise may not, in an emergency: kept in the audit by itself. */
  emergency?: string
}

export interface SecondPerson {
  signInName: string
  password: string
}

/** What a call answers: a reply, or the code of a bug, without content. */
export type Answer = { reply: Reply<unknown> } | { fault: string }

/** Why the store cannot be used, in plain words. */
export interface StoreProblemView {
  /** The kind of problem, such as `truncated` or `wrong-key`. */
  state: string
  message: string
  /** File name of the newest verified backup, where there is one. */
  lastGoodBackup?: string
  lastGoodAt?: Instant
  /** An earlier generation of the key file that belongs to these records lies beside it. */
  keysBeside?: true
}

/** Whether there is a store and whether it can be used now. */
export type StoreState =
  | { state: 'none' } // first run: no unit has been set up
  | { state: 'closed' } // set up, and nobody has opened it since the start, a close or a suspend
  | { state: 'open' }
  | { state: 'problem'; problem: StoreProblemView }

/** What the worker tells the windows without being asked. */
export type WorkerEvent =
  | { kind: 'changed'; tables: string[] }
  | { kind: 'locked'; connection: string; why: LockReason }
  | { kind: 'store'; state: StoreState }
  | { kind: 'progress'; job: string; done: number; of: number }

/** Why a session ended. */
export type LockReason =
  | 'signed-out'
  | 'locked' // by the button
  | 'idle'
  | 'closed' // the unit was closed, the computer slept or the app is ending
  | 'account' // the account was disabled, has expired or has another role now

/** What the main process tells the worker. */
export type MainMessage =
  | { kind: 'call'; id: number; connection: string; call: Call }
  | { kind: 'opened' | 'closed' | 'lock'; connection: string }
  | { kind: 'suspend' | 'shutdown' }
  | { kind: 'clock'; now: string } // test builds alone

/** What the worker tells the main process. `event` without `connection` is for every window. */
export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'answer'; id: number; answer: Answer }
  | { kind: 'event'; event: WorkerEvent; connection?: string }
  | { kind: 'stopped' }
