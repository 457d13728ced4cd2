import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { act, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { useMay } from '../session/me.ts'
import type { BoardBed } from './board-view.ts'

type Press = Outputs['unwellBaby']['pressed'][number]

/** Concerns that somebody pressed on the lock screen: each waits until one of the staff says what it is. */
export function PressedStrip({ beds }: { beds: readonly BoardBed[] }) {
  const may = useMay('episode:raise')
  return may ? <Waiting beds={beds} /> : null
}

function Waiting({ beds }: { beds: readonly BoardBed[] }) {
  const waiting = useRead(read.unwellBaby.pressed.queryOptions(undefined))
  const [answering, answer] = useState<Press>()
  if (waiting.state !== 'ready' || waiting.value.length === 0) return null
  return (
    <section className="board-strip board-strip--late" aria-label="Pressed on the lock screen">
      <strong className="board-strip__title">BABY CONCERN PRESSED</strong>
      <ul>
        {waiting.value.map((press) => (
          <li key={press.pressId}>
            <strong>{bedTitle(press.bedName)}</strong>{' '}
            <Countdown what="to be answered" due={press.dueAt} />{' '}
            <RaiseLinks press={press} beds={beds} />{' '}
            <Button kind="quiet" small onClick={() => answer(press)}>
              Not a concern
            </Button>
          </li>
        ))}
      </ul>
      {answering && <NotAConcern press={answering} onDone={() => answer(undefined)} />}
    </section>
  )
}

/** One link a baby of the bed: it goes where the clock runs from the press. */
function RaiseLinks({ press, beds }: { press: Press; beds: readonly BoardBed[] }) {
  return beds
    .filter(({ bedId }) => bedId === press.bedId)
    .flatMap(({ stay, pairs }) =>
      pairs.map(({ pairId, baby }) => (
        <Link
          key={pairId}
          to="/stays/$stayId/concern/$pairId"
          params={{ stayId: stay?.stayId ?? '', pairId }}
        >
          Raise it for {baby.name}
        </Link>
      )),
    )
}

function NotAConcern({ press, onDone }: { press: Press; onDone: () => void }) {
  const send = useCommand(act.unwellBaby.notAConcern.mutate)
  return (
    <Dialog title={`${bedTitle(press.bedName)}: not a concern`} onClose={onDone}>
      <Form<{ because: string }>
        act="It was no concern"
        save={({ because }) => send({ pressId: press.pressId, version: press.version, because })}
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: onDone }}
      >
        <p>Look at the baby first. What you enter is kept with your name.</p>
        <TextField name="because" label="Why was it pressed?" required="Enter why it was pressed" />
      </Form>
    </Dialog>
  )
}
