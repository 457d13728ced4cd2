/** The page that a line of a list leads to: a find of the search, a finding of the self-check. */
export type LeadsTo =
  | { page: 'family'; motherId: string }
  | { page: 'stay'; stayId: string }
  | { page: 'referral'; referralId: string }
  | { page: 'document'; stayId: string; documentId: string }
  | { page: 'episode'; episodeId: string }
  | { page: 'evidence'; evidenceId: string | null }
  | { page: 'action'; actionId: string }
  | { page: 'duty'; dutyId: string }
  | { page: 'staff'; staffId: string }
  | { page: 'account'; userId: string }
  | { page: 'rules' }
  | { page: 'training-register' }
