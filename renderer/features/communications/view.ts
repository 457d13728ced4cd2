import type { Outputs } from '../../api.ts'

export type QueueView = Outputs['communications']['open']
export type QueueLine = QueueView['lines'][number]
export type LoopView = QueueLine['loop']
export type EventView = Outputs['communications']['ofPair']['events'][number]
export type EventOnce = QueueLine['event']
