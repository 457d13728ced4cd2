import { InstantField } from '../../ui/form/instant-field.tsx'

/** For what is copied from the paper form, or is written down late: left empty, it is now. */
export const EarlierTime = ({ name, legend }: { name: string; legend: string }) => (
  <InstantField
    name={name}
    legend={`${legend} (leave empty for now)`}
    hint="Enter it where it was earlier: on the paper form, or before you came to the computer."
  />
)
