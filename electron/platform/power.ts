import type { PowerMonitor } from 'electron'
import type { Connections } from './connections.ts'
import type { StoreWorker } from './store-worker-client.ts'

/** A computer that sleeps closes the unit; a locked screen ends every session (decision 5). */
export function followPower(
  monitor: PowerMonitor,
  connections: Connections,
  worker: StoreWorker,
): void {
  const lock = () => {
    for (const connection of connections.all()) worker.tell({ kind: 'lock', connection })
  }
  monitor.on('lock-screen', lock)
  monitor.on('user-did-resign-active', lock)
  monitor.on('suspend', () => worker.tell({ kind: 'suspend' }))
}
