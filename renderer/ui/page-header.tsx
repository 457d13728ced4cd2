import { type ReactNode, useEffect, useRef } from 'react'

interface PageHeaderProps {
  title: ReactNode
  /** A line under the title. */
  under?: ReactNode
  /** A link back to where the page hangs. */
  back?: ReactNode
  actions?: ReactNode
}

/** The page's heading. It takes the focus when the page opens, so that a screen reader says where one is. */
export function PageHeader({ title, under, back, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className="app-page-header">
      <div>
        {back}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {under && <p className="app-page-header__under">{under}</p>}
      </div>
      {actions && <div className="app-page-header__actions app-no-print">{actions}</div>}
    </div>
  )
}
