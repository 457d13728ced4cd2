import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { LeadsTo } from '#domain/search/found.ts'
import { useMay } from '../session/me.ts'

interface FoundLinkProps {
  leadsTo: LeadsTo
  onFollow: () => void
  children: ReactNode
}

/** The way from a find to its page. */
export function FoundLink({ leadsTo, onFollow, children }: FoundLinkProps) {
  const maySeeTraining = useMay('training:read')
  const shared = { onClick: onFollow, children, className: 'search__link' }
  switch (leadsTo.page) {
    case 'family':
      return <Link to="/families/$motherId" params={{ motherId: leadsTo.motherId }} {...shared} />
    case 'stay':
      return <Link to="/stays/$stayId" params={{ stayId: leadsTo.stayId }} {...shared} />
    case 'referral':
      return (
        <Link to="/referrals/$referralId" params={{ referralId: leadsTo.referralId }} {...shared} />
      )
    case 'document':
      return (
        <Link
          to="/stays/$stayId/history/$documentId"
          params={{ stayId: leadsTo.stayId, documentId: leadsTo.documentId }}
          {...shared}
        />
      )
    case 'duty':
      return <Link to="/duties" search={{ duty: leadsTo.dutyId }} {...shared} />
    case 'staff':
      return maySeeTraining ? (
        <Link
          to="/people/training/staff/$staffId"
          params={{ staffId: leadsTo.staffId }}
          {...shared}
        />
      ) : (
        <Link
          to="/administration/staff/$staffId"
          params={{ staffId: leadsTo.staffId }}
          {...shared}
        />
      )
  }
}
