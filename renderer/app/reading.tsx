import type { ReactNode } from 'react'
import type { Reading } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Loading } from '../ui/loading.tsx'

interface ReadyProps<T> {
  reading: Reading<T>
  what?: string
  children: (value: T) => ReactNode
}

/** What was read, once it is there; why it cannot be, where it cannot. */
export function Ready<T>({ reading, what, children }: ReadyProps<T>) {
  switch (reading.state) {
    case 'loading':
      return <Loading {...(what ? { what } : {})} />
    case 'refused':
      return <Banner title={reading.failure.message} tone="warning" />
    case 'ready':
      return children(reading.value)
  }
}
