import { useNavigate } from '@tanstack/react-router'

/** Goes back to the page of the stay. */
export function useBackToStay(stayId: string): () => void {
  const navigate = useNavigate()
  return () => void navigate({ to: '/stays/$stayId', params: { stayId } })
}
