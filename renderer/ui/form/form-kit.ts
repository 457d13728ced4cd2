import { createContext, useContext } from 'react'

/** What a field tells its form: how its typed text becomes a value of the input, and where to find it. */
export interface FieldPart {
  /** The id of the element that takes the focus when the error summary's link is followed. */
  id: string
  /** Turns what was typed into what is sent. Runs only after the field's own check found no fault. */
  read: (typed: unknown) => unknown
  /** Never kept in a draft: passwords. */
  secret: boolean
}

export interface FormKit {
  /** Makes a field known to the form under its path in the input; the function takes it back. */
  join(name: string, part: FieldPart): () => void
  /** Prefix of every id of this form, so that two forms on a page do not clash. */
  prefix: string
}

const missing: FormKit = {
  join: () => {
    throw new Error('A field stands outside a form')
  },
  prefix: '',
}

export const FormKitContext = createContext<FormKit>(missing)

export const useFormKit = () => useContext(FormKitContext)

/** The id of a field's own element: the path with its dots made into dashes. */
export const fieldId = (prefix: string, name: string) => `${prefix}-${name.replaceAll('.', '-')}`
