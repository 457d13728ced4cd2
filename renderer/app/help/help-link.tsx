import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'

/** The way to help for the screen that is shown; F1 opens it too. */
export function HelpLink({ onClick }: { onClick: () => void }) {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const navigate = useNavigate()
  const from = path === '/help' ? '/' : path
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return
      event.preventDefault()
      void navigate({ to: '/help', search: { from } })
    }
    window.addEventListener('keydown', open)
    return () => window.removeEventListener('keydown', open)
  }, [navigate, from])
  return (
    <Link to="/help" search={{ from }} onClick={onClick}>
      Help for this screen (F1)
    </Link>
  )
}
