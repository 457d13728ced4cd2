/** Says that something is on its way; shown for the moment before it comes. */
export function Loading({ what = 'page' }: { what?: string }) {
  return (
    <p className="app-quiet" role="status">
      Opening the {what}
    </p>
  )
}
