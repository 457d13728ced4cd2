import { Link } from '@tanstack/react-router'
import { PageHeader } from '../ui/page-header.tsx'

export function NotFound() {
  return (
    <div className="app-main app-main--reading">
      <PageHeader title="This page is not here" />
      <p>
        <Link to="/">Go to the first page</Link>
      </p>
    </div>
  )
}
