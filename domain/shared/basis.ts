import { z } from 'zod'
import { civilDateSchema, instantSchema } from './calendar.ts'
import { bases, basisFaults } from './provenance.ts'
import { line, optionalText } from './text.ts'

/** How a statement is known, as it is typed: nothing about a person is stored without it (Finding Seven). */
export const basisInput = z
  .object({
    kind: z.enum(bases, 'Choose how this is known'),
    by: optionalText(line),
    on: z
      .union([civilDateSchema, instantSchema], 'Enter a real date')
      .nullish()
      .transform((on) => on ?? undefined),
    document: optionalText(line),
  })
  .superRefine((basis, context) => {
    for (const { field, message } of basisFaults(basis))
      context.addIssue({ code: 'custom', path: [field], message })
  })
export type BasisInput = z.output<typeof basisInput>
