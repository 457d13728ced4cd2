import { useState } from 'react'
import { openFile } from '../../api.ts'
import { type PackDoor, sendPack } from './send-pack.ts'

interface PackFile<Answer> {
  busy: boolean
  fault: string | undefined
  /** The file that was chosen last, and what became of it. */
  found: { name: string; answer: Answer } | undefined
  choose: () => Promise<void>
}

/** A pack that a person chooses, sent through a door. `sent` runs after it, also where it was refused. */
export function usePackFile<Answer>(
  door: PackDoor<Answer>,
  tooLarge: string,
  sent?: () => Promise<unknown>,
): PackFile<Answer> {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const [found, setFound] = useState<{ name: string; answer: Answer }>()
  const choose = async () => {
    try {
      const file = await openFile(['zip'])
      if (!file) return
      setBusy(true)
      setFault(undefined)
      setFound(undefined)
      const reply = await sendPack(file.bytes, door)
      if ('refused' in reply) setFault(reply.refused)
      else setFound({ name: file.name, answer: reply.answer })
      await sent?.()
    } catch (error) {
      const isLarge = error instanceof Error && error.message.includes('file-too-large')
      setFault(isLarge ? tooLarge : 'The file could not be read. Choose it again')
    } finally {
      setBusy(false)
    }
  }
  return { busy, fault, found, choose }
}
