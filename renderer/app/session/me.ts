import { createContext, useContext } from 'react'
import type { Permission } from '#domain/users/permissions.ts'
import type { Outputs } from '../../api.ts'

export type Me = Outputs['session']['me']

export const MeContext = createContext<Me | undefined>(undefined)

/** Who is signed in. Only for what is shown after the sign-in. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('Nobody is signed in')
  return me
}

/** Whether a button or a page is worth showing; the service decides whether it may be used. */
export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission)
}
