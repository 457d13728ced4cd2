import { read, useRead } from '../../api.ts'

/** A function from the id of a member of staff to the name; a dash while it is not known. */
export function useStaffNames(): (staffId: string) => string {
  const staff = useRead(read.users.staff.queryOptions(undefined))
  const names = new Map(
    staff.state === 'ready' ? staff.value.map(({ recordId, name }) => [recordId, name]) : [],
  )
  return (staffId) => names.get(staffId) ?? '–'
}
