import type { EscortAnswer, EscortChoice, MotherAnswer } from '#domain/shared/escort/escort.ts'
import type { EscortContact } from '#domain/shared/escort/escort-content.ts'
import type { Instant } from '#domain/shared/time.ts'

/** The escort as the form sends it. */
export interface EscortTyped {
  decidedAt: Instant
  escortNames?: string
  because?: string
  choice?: { babyEscorts: number; motherEscorts: number; motherMayGo: MotherAnswer }
  reached?: Partial<Record<EscortContact, { name?: string; at?: Instant }>>
  /** Asked where the leave covers the journey. */
  leaveGrant?: { by: string; at: Instant; document: string }
}

/** The decision as the service takes it: without a choice it is what the rules say. */
export function escortOf(typed: EscortTyped, rule: EscortAnswer) {
  const { decidedAt, escortNames, because, choice, leaveGrant } = typed
  const reached = Object.entries(typed.reached ?? {}).flatMap(([whom, who]) =>
    who?.name && who.at ? [{ whom: whom as EscortContact, name: who.name, at: who.at }] : [],
  )
  return {
    decidedAt,
    reached,
    ...(escortNames ? { escortNames } : {}),
    ...(because ? { because } : {}),
    ...(choice ? { choice: wholeChoice(choice, rule) } : { shown: shownOf(rule) }),
    ...(leaveGrant ? { leaveGrant } : {}),
  }
}

const shownOf = ({
  babyEscorts,
  motherEscorts,
  section17Escort,
  motherMayGo,
}: EscortAnswer): EscortChoice => ({ babyEscorts, motherEscorts, section17Escort, motherMayGo })

const wholeChoice = (
  { babyEscorts, motherEscorts, motherMayGo }: NonNullable<EscortTyped['choice']>,
  rule: EscortAnswer,
): EscortChoice => ({
  babyEscorts,
  motherEscorts: motherMayGo === 'no' ? 0 : motherEscorts,
  // The escort that her leave asks for goes wherever she goes: nobody lowers it by the way.
  section17Escort: rule.section17Escort && motherMayGo !== 'no',
  motherMayGo,
})
