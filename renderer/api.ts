import { QueryClient, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import {
  createTRPCClient,
  TRPCClientError,
  type TRPCClientErrorLike,
  type TRPCLink,
} from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'
import { observable } from '@trpc/server/observable'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { type RefObject, useCallback, useRef } from 'react'
import { v4 as randomId } from 'uuid'
import type { Bridge } from '#domain/shared/bridge.ts'
import type { Failure, Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Answer, Call, SecondPerson, WorkerEvent } from '#domain/shared/wire.ts'
import type { AppRouter } from '../electron/router.ts'
import { useServiceNow } from './ui/service-clock.tsx'

declare global {
  interface Window {
    bridge: Bridge
  }
}

/** What travels beside the input of an act. */
export interface Beside {
  password?: string
  second?: SecondPerson
  emergency?: string
}

/** A bug on the other side: its code leads to the line in the log, and says nothing else. */
export class FaultError extends Error {
  readonly code: string
  constructor(code: string) {
    super('The program made a mistake')
    this.name = 'FaultError'
    this.code = code
  }
}

const listeners = new Set<(event: WorkerEvent) => void>()

/** A session that ended without a word, as after a long sleep, ends on the screen too. */
function noticeSignedOut(reply: Reply<unknown>) {
  if (reply.ok || reply.failure.code !== 'not-signed-in') return
  for (const listener of listeners) listener({ kind: 'locked', connection: '', why: 'idle' })
}

/** The one place where the screen reaches outside itself: every call crosses the bridge here. */
const bridgeLink: TRPCLink<AppRouter> = () => {
  return ({ op }) =>
    observable((observer) => {
      const call = {
        path: op.path,
        type: op.type === 'query' ? 'query' : 'mutation',
        input: op.input,
        ...op.context,
      } satisfies Call
      window.bridge.call(call).then(
        (answer: Answer) => {
          if ('fault' in answer)
            return observer.error(TRPCClientError.from(new FaultError(answer.fault)))
          noticeSignedOut(answer.reply)
          observer.next({ result: { type: 'data', data: answer.reply } })
          observer.complete()
        },
        () => observer.error(TRPCClientError.from(new FaultError('no-answer'))),
      )
    })
}

/** What has been read and is shown now. Nothing is kept once it is off the screen for long, or after a lock. */
export const readings = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 30_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** Calls acts: `act.users.add.mutate`. Use it through `useCommand`. */
export const act = createTRPCClient<AppRouter>({ links: [bridgeLink] })

/** Names reads: `read.users.list.queryOptions()`. Use it through `useRead`. */
export const read = createTRPCOptionsProxy<AppRouter>({ client: act, queryClient: readings })

type Value<Answered> = Answered extends { ok: true; value: infer T } ? T : never

/** What each procedure answers when it succeeds: `Outputs['users']['list']`. */
export type Outputs = {
  [Feature in keyof Answers]: {
    [Name in keyof Answers[Feature]]: Value<Answers[Feature][Name]>
  }
}
type Answers = inferRouterOutputs<AppRouter>

export type Reading<T> =
  | { state: 'loading' }
  | { state: 'refused'; failure: Failure }
  | { state: 'ready'; value: T }

/**
 * Reads, and reads again when a write anywhere changed something. A fault is thrown, to the error screen
 * round the page.
 */
export function useRead<Answered extends Reply<unknown>, Key extends readonly unknown[]>(
  options: UseQueryOptions<Answered, TRPCClientErrorLike<AppRouter>, Answered, Key>,
): Reading<Value<Answered>> {
  const { data } = useQuery({ ...options, throwOnError: true })
  if (data === undefined) return { state: 'loading' }
  if (!data.ok) return { state: 'refused', failure: data.failure }
  return { state: 'ready', value: data.value as Value<Answered> }
}

/** What was read before an act is out of date: what is shown is read again, and nothing older is ever shown. */
export function forgetReadings() {
  readings.removeQueries({ type: 'inactive' })
  void readings.invalidateQueries()
}

type Send<Input, Answered> = (
  input: Input,
  options?: { context?: Record<string, unknown> },
) => Promise<Answered>

/** What was sent and has no answer yet: also after the answer was lost. */
type Pending = RefObject<{ input: string; id: string } | undefined>

/**
 * An act with its operation id. The id stays the same while the same input is sent again after a lost
 * answer, so that a retry makes no second record, and is new for every other input and after every answer.
 */
export function useCommand<Input, Answered extends Reply<unknown>>(send: Send<Input, Answered>) {
  return useSending(send, useRef(undefined))
}

/**
 * As `useCommand`, for an act that happens at the press itself. The input is made from the service's time of
 * the first press, which stays until there is an answer: a retry a minute later is the same act, not a second.
 */
export function useCommandAtPress<Input, Answered extends Reply<unknown>>(
  send: Send<Input, Answered>,
) {
  const pending: Pending = useRef(undefined)
  const pressedAt = useRef<Instant>('')
  const now = useServiceNow()
  const sending = useSending(send, pending)
  return useCallback(
    (inputAt: (pressedAt: Instant) => Input, beside: Beside = {}) => {
      if (!pending.current) pressedAt.current = now()
      return sending(inputAt(pressedAt.current), beside)
    },
    [now, sending],
  )
}

function useSending<Input, Answered extends Reply<unknown>>(
  send: Send<Input, Answered>,
  pending: Pending,
) {
  return useCallback(
    async (
      input: Input,
      { password, second, emergency }: Beside = {},
    ): Promise<Reply<Value<Answered>>> => {
      const text = JSON.stringify(input) ?? ''
      if (pending.current?.input !== text) pending.current = { input: text, id: randomId() }
      const { id } = pending.current
      try {
        const beside = {
          ...(password ? { password } : {}),
          ...(second ? { second } : {}),
          ...(emergency ? { emergency } : {}),
        }
        const reply = await send(input, { context: { operationId: id, ...beside } })
        if (pending.current?.id === id) pending.current = undefined
        if (reply.ok) forgetReadings()
        return reply as Reply<Value<Answered>>
      } catch (error) {
        return { ok: false, failure: faultFailure(error) }
      }
    },
    [send, pending],
  )
}

/** The code of a fault behind what a call threw. */
export function faultCode(error: unknown): string {
  const cause = error instanceof TRPCClientError ? error.cause : error
  return cause instanceof FaultError ? cause.code : 'screen'
}

const faultFailure = (error: unknown): Failure => ({
  code: 'store',
  message: `This did not work, and it is not known whether it was saved. Try once more: nothing will be recorded twice. If it fails again, tell the administrator this code: ${faultCode(error)}`,
})

/** Calls the listener with every event of the service; returns how to stop. */
export function onServiceEvent(listener: (event: WorkerEvent) => void): () => void {
  listeners.add(listener)
  const stop = window.bridge.onEvent(listener)
  return () => {
    listeners.delete(listener)
    stop()
  }
}

export const saveFile = (name: string, bytes: Uint8Array) => window.bridge.saveFile(name, bytes)
export const openFile = (endings: string[]) => window.bridge.openFile(endings)
export const chooseFolder = () => window.bridge.chooseFolder()
export const openAnotherWindow = () => window.bridge.openWindow()
export const printPage = () => window.bridge.print()

/** What an act takes: `InputOf<typeof act.users.open.mutate>`. */
export type InputOf<Send extends (...args: never[]) => unknown> = Parameters<Send>[0]
