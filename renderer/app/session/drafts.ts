import { act } from '../../api.ts'
import type { Drafts } from '../../ui/form/drafts.tsx'

/** Keeps what was typed through the service: encrypted on the disk, and read by its owner alone. */
export const serviceDrafts: Drafts = {
  async load(form) {
    const reply = await act.drafts.load.query({ form })
    return reply.ok && reply.value ? JSON.parse(reply.value.content) : undefined
  },
  async save(form, typed) {
    const reply = await act.drafts.save.mutate({ form, content: JSON.stringify(typed) })
    if (!reply.ok) throw new Error(reply.failure.code)
  },
  async clear(form) {
    await act.drafts.clear.mutate({ form })
  },
}
