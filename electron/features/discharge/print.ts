import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { printable } from '#domain/discharge/plan.ts'
import { dischargeDocument } from '#domain/discharge/print.ts'
import { type Recipient, toMother } from '#domain/discharge/recipients.ts'
import { addressed, sentFaults, type sentFields } from '#domain/discharge/sent.ts'
import { dateOf, formatDateTime } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { dischargeSent } from '#drizzle/schema/discharge.ts'
import type { CommandContext, ReadContext } from '../../platform/serve.ts'
import { type LetterFormat, letterFile } from '../letters/letter-file.ts'
import { letterheadOf } from '../letters/letterhead.ts'
import { mediaTypeOf, sentById } from './sent-rows.ts'
import { type DischargeView, dischargeView } from './view.ts'

/** The summary that goes with mother and baby. Refuses without a plan; rejects where it cannot be made. */
export async function dischargeFile(
  ctx: ReadContext,
  { stayId, format }: { stayId: string; format: LetterFormat },
) {
  const { file, patients } = await summaryFile(ctx, dischargeView(ctx, stayId), format, null)
  return { ...file, patients, bytes: Uint8Array.from(file.bytes) }
}

/** To whom a copy goes: it obeys what they may read. */
interface CopyFor {
  id: string
  text: string
}

async function summaryFile(
  ctx: ReadContext,
  view: DischargeView,
  format: LetterFormat,
  copyFor: CopyFor | null,
) {
  const { plan, patients } = view
  if (!plan)
    refuse('held', 'There is no discharge plan yet. Make it first: the summary is made from it')
  const about = ({ givenName, familyName, bornOn, nhsNumber }: DischargeView['mother']) => ({
    name: `${givenName} ${familyName}`,
    bornOn,
    nhsNumber,
  })
  const document = dischargeDocument({
    ...view,
    head: letterheadOf(ctx.db),
    mother: about(view.mother),
    babies: view.babies.map(about),
    arrivedAt: view.stay.arrivedAt,
    to: copyFor?.text ?? null,
    notToTell: view.recipients.flatMap(notToTell),
    records: view.records.filter(
      ({ keptFromMother }) => !(keptFromMother && copyFor?.id === toMother),
    ),
    plan: {
      ...printable(plan, view.recipients),
      from: `Discharge plan, version ${plan.version}, ${plan.by}, ${formatDateTime(plan.recordedAt)}`,
    },
    printedBy: ctx.actor.name,
    printedAt: view.at,
    today: dateOf(view.at),
  })
  const file = await letterFile(ctx, format, {
    document,
    stem: 'discharge-summary',
    action: 'discharge.printed',
    entity: 'discharge_plan',
    entityId: plan.recordId,
    patients,
  })
  return { file, plan, patients }
}

const notToTell = ({ name, what, route }: Recipient) =>
  route.may ? [] : [{ name, what, because: route.because }]

/**
 * Makes the summary that is sent and keeps it whole, under its hash: whatever is changed afterwards, this is
 * what somebody was given. Answers the id by which it is opened again.
 */
export async function sendSummary(
  ctx: CommandContext,
  { stayId, format, recipient, sentTo, sentAt }: z.output<typeof sentFields>,
) {
  const view = dischargeView(ctx, stayId)
  const to = addressed({ recipient, sentTo }, view.recipients)
  const faults = [
    ...('fault' in to ? [to.fault] : []),
    ...(view.plan ? sentFaults(sentAt, view.plan.recordedAt, view.at) : []),
  ]
  if ('fault' in to || faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const { file, plan, patients } = await summaryFile(ctx, view, format, {
    id: recipient,
    text: to.text,
  })
  const bytes = Uint8Array.from(file.bytes)
  const { sha256, size } = ctx.house.store().attachments.put([bytes])
  return ctx.write((tx) => {
    const made = tx.insert(dischargeSent, {
      stayId,
      planId: plan.recordId,
      planVersion: plan.version,
      sentTo: to.text,
      sentAt,
      fileName: file.name,
      format,
      sha256,
      bytes: size,
    })
    return {
      value: { sentId: made.recordId },
      audit: [
        {
          action: 'discharge.sent',
          entity: 'discharge_sent',
          entityId: made.recordId,
          entityVersion: made.version,
          patients: [...patients],
          afterHash: sha256,
          payload: { format, bytes: size },
        },
      ],
    }
  })
}

/** The summary as it was sent, byte for byte. Refuses where it is not what was kept. */
export function sentFile(ctx: ReadContext, { sentId }: { sentId: string }) {
  const sent = sentById(ctx.db, sentId)
  const parts = ctx.house.store().attachments.get(sent.sha256)
  if (!parts) refuse('not-found', 'The file of this summary is not in the store. Restore a backup')
  const bytes = Buffer.concat(parts)
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (hash !== sent.sha256) refuse('held', 'The file is not what was sent. Check the store')
  const { patients } = dischargeView(ctx, sent.stayId)
  return {
    name: sent.fileName,
    mediaType: mediaTypeOf(sent.format),
    patients,
    bytes: Uint8Array.from(bytes),
  }
}
