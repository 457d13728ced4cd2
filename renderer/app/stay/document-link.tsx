import { Link } from '@tanstack/react-router'
import { Shown } from '../../ui/shown.tsx'

/** The way from a stay to one of its documents. */
export const documentLink = (stayId: string) => (documentId: string, title: string) => (
  <Link to="/stays/$stayId/history/$documentId" params={{ stayId, documentId }}>
    <Shown>{title}</Shown>
  </Link>
)
