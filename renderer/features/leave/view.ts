import type { Outputs } from '../../api.ts'

/** The leave of one stay as the service gives it. */
export type LeaveView = Outputs['leave']['view']
export type Leave = LeaveView['leaves'][number]
export type Grant = LeaveView['grants'][number]
export type Missing = LeaveView['missing'][number]
export type LeaveRule = Outputs['leave']['consider']
