import { Fragment } from 'react'

/** Codes in a row, none of them broken at its hyphen. */
export function Codes({ codes }: { codes: readonly string[] }) {
  return codes.map((code, index) => (
    <Fragment key={code}>
      {index > 0 && ', '}
      <span className="training-whole">{code}</span>
    </Fragment>
  ))
}
