import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'

/** A card that shows this little of itself at the foot of the screen is not read, in CSS pixels. */
const unread = 24

/** Says how many beds lie below the edge of the screen: none is hidden without a sign, on a small screen or a full ward. */
export function MoreBelow() {
  const at = useRef<HTMLDivElement>(null)
  const [below, setBelow] = useState(0)
  useEffect(() => {
    const count = () => {
      const cards = at.current?.parentElement?.querySelectorAll('.board-card') ?? []
      const cut = [...cards].filter(
        (card) => card.getBoundingClientRect().bottom > window.innerHeight + unread,
      )
      setBelow(cut.length)
    }
    count()
    // The cards grow with what is entered elsewhere: looked at again while the board is open.
    const again = setInterval(count, 1000)
    window.addEventListener('scroll', count, { passive: true })
    window.addEventListener('resize', count)
    return () => {
      clearInterval(again)
      window.removeEventListener('scroll', count)
      window.removeEventListener('resize', count)
    }
  }, [])
  return (
    <div ref={at} className="board-below">
      {below > 0 && (
        <Button small onClick={() => window.scrollBy({ top: window.innerHeight / 2 })}>
          {below === 1 ? '1 bed below' : `${below} beds below`}
        </Button>
      )}
    </div>
  )
}
