import { useState } from 'react'
import type { Failure } from '#domain/shared/failure.ts'
import { saveFile } from '../../api.ts'

type Made = { ok: true; value: unknown } | { ok: false; failure: Failure }

/** Has a file made and saves it where the person says; what became of it is said in words. */
export function useSaving() {
  const [said, say] = useState<{ text: string; good: boolean }>()
  const save = async (make: () => Promise<Made>) => {
    const made = await make().catch(() => undefined)
    if (!made?.ok)
      return say({
        text: made?.failure.message ?? 'The file could not be made. Try again',
        good: false,
      })
    // Bytes cross the bridge as they are.
    const { bytes, name } = made.value as { name: string; bytes: Uint8Array }
    const how = await saveFile(name, bytes).catch(() => 'failed' as const)
    say(
      how === 'saved'
        ? { text: `${name} is saved`, good: true }
        : how === 'cancelled'
          ? { text: 'Nothing was saved', good: true }
          : { text: 'The file could not be saved there. Choose another folder', good: false },
    )
  }
  return { said, save }
}
