import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { LeadsTo } from '#domain/shared/leads-to.ts'
import { useMay } from './session/me.ts'

interface LeadsLinkProps {
  leadsTo: LeadsTo
  onFollow?: () => void
  className?: string
  children: ReactNode
}

/** The way from a line of a list to its page. */
export function LeadsLink({ leadsTo, onFollow, className, children }: LeadsLinkProps) {
  const maySeeTraining = useMay('training:read')
  const shared = { onClick: () => onFollow?.(), children, ...(className ? { className } : {}) }
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
    case 'episode':
      return (
        <Link to="/episodes/$episodeId" params={{ episodeId: leadsTo.episodeId }} {...shared} />
      )
    case 'action':
      return (
        <Link
          to="/assurance/actions/$actionId"
          params={{ actionId: leadsTo.actionId }}
          {...shared}
        />
      )
    case 'account':
      return (
        <Link
          to="/administration/accounts/$userId"
          params={{ userId: leadsTo.userId }}
          {...shared}
        />
      )
    case 'rules':
      return <Link to="/administration/rules" {...shared} />
    case 'training-register':
      return <Link to="/people/training/register" {...shared} />
    case 'evidence':
      return leadsTo.evidenceId === null ? (
        <Link to="/assurance/evidence" {...shared} />
      ) : (
        <Link
          to="/assurance/evidence/$evidenceId"
          params={{ evidenceId: leadsTo.evidenceId }}
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
