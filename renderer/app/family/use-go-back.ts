import { useNavigate, useRouter } from '@tanstack/react-router'

/** Goes back to where the act was begun: the stay, the referral or the page of the family. */
export function useGoBack(motherId: string): () => void {
  const { history } = useRouter()
  const navigate = useNavigate()
  return () => {
    if (history.canGoBack()) history.back()
    else void navigate({ to: '/families/$motherId', params: { motherId } })
  }
}
