import { useEffect } from 'react'
import { act, useCommand } from '../../api.ts'
import type { ContentView } from './view.ts'

/** Keeps in the audit that what was received is open on this screen: once for each version of it. */
export function useOpened(current: ContentView | null): void {
  const open = useCommand(act.documents.open.mutate)
  const receivedId = current?.receivedId
  const version = current?.version
  useEffect(() => {
    if (receivedId !== undefined && version !== undefined) void open({ receivedId, version })
  }, [open, receivedId, version])
}
