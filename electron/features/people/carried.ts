import { refuseField } from '#domain/shared/failure.ts'
import { type Basis, carries } from '#domain/shared/provenance.ts'

/** Refuses, at the field, a statement that rests on "asked and not established": it is a question still. */
export function needCarried({ kind }: Pick<Basis, 'kind'>, message: string, field = 'basis'): void {
  if (!carries(kind)) refuseField(`${field}.kind`, message)
}

/** For a legal status, or that one has ended. */
export const statusNotEstablished =
  'What was asked and not established is no status. Leave it as the open question that it is, or enter how else it is known'
export const endNotEstablished =
  'That it has ended was asked and not established, so it stands. Ask again, or enter how else it is known'
