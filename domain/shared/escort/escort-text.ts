import { legalStatusOf } from '../legal-status.ts'
import type { EscortAnswer, EscortFacts } from './escort.ts'
import { escortContactLabels } from './escort-content.ts'

/** The answer in lines for print, with the law named in full. */
export function escortText(answer: EscortAnswer, facts: EscortFacts): string[] {
  const staff = (n: number) => (n === 1 ? 'one member of staff' : `${n} members of staff`)
  const baby = answer.offer ? 'offer one member of staff' : staff(answer.babyEscorts)
  const withMother = answer.motherEscorts > 0 ? `, with ${staff(answer.motherEscorts)} for her` : ''
  const mayGo = answer.motherMayGo === 'no' ? 'stays on the unit' : `may go${withMother}`
  const law = (facts.childCodes ?? []).map((code) => {
    const { label, basis } = legalStatusOf(code)
    return `${label} (${basis})`
  })
  return [
    `With the baby: ${baby}.`,
    `The mother ${mayGo}.`,
    ...(answer.section17Escort
      ? ['The escort that her leave under section 17, Mental Health Act asks for goes with her.']
      : []),
    ...answer.because.map((line) => `${line}.`),
    `Child’s legal status: ${law.length > 0 ? law.join('; ') : 'not recorded, find out'}.`,
    ...answer.handOver.map((line) => `Hand over: ${line}.`),
    ...answer.reach.map(
      ({ whom, when, what }) =>
        `Reach ${when === 'before-leaving' ? 'before leaving, never delaying 999' : 'by the next working day'}: ${escortContactLabels[whom]} (${what.join('; ')}).`,
    ),
    ...(answer.authorityNotReached ? ['Write down that the authority was not reached.'] : []),
  ]
}
