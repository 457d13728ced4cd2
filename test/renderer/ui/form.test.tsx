import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Reply } from '#domain/shared/failure.ts'
import { AnswerField } from '../../../renderer/ui/form/answer-field.tsx'
import { BasisField } from '../../../renderer/ui/form/basis-field.tsx'
import { DateField } from '../../../renderer/ui/form/date-field.tsx'
import { type Drafts, DraftsProvider } from '../../../renderer/ui/form/drafts.tsx'
import { type Beside, Form } from '../../../renderer/ui/form/form.tsx'
import { InstantField } from '../../../renderer/ui/form/instant-field.tsx'
import { NhsNumberField } from '../../../renderer/ui/form/nhs-number-field.tsx'
import { NoteField } from '../../../renderer/ui/form/note-field.tsx'
import { Repeat } from '../../../renderer/ui/form/repeat.tsx'
import { SecondPersonFields, SignatureField } from '../../../renderer/ui/form/signature-fields.tsx'
import { TextField } from '../../../renderer/ui/form/text-field.tsx'
import { YesNoField } from '../../../renderer/ui/form/yes-no-field.tsx'
import { expectAccessible } from '../screen.ts'

type Save = (input: unknown, beside: Beside) => Promise<Reply<unknown>>
const saved: Reply<unknown> = { ok: true, value: undefined }
const saving = () => vi.fn<Save>(() => Promise.resolve(saved))

describe('a form', () => {
  it('sends what was typed, tidied, and leaves out what was left empty', async () => {
    const save = saving()
    render(
      <Form save={save} act="Save">
        <TextField name="name" label="Name" required="Enter the name" />
        <TextField name="person.telephone" label="Telephone" />
        <DateField name="bornOn" legend="Date of birth" />
        <YesNoField name="planned" legend="Planned?" required="Say whether it was planned" />
      </Form>,
    )
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('Name'), '  Siân Ŵyn ')
    await user.type(screen.getByLabelText('Day'), '3')
    await user.type(screen.getByLabelText('Month'), '4')
    await user.type(screen.getByLabelText('Year'), '1998')
    await user.click(screen.getByLabelText('No'))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(save).toHaveBeenCalledWith(
      { name: 'Siân Ŵyn', bornOn: '1998-04-03', planned: false },
      {},
    )
  })

  it('shows all that is wrong at once, in the order of the page, and each line goes to its field', async () => {
    const save = saving()
    render(
      <Form save={save} act="Save">
        <TextField name="name" label="Name" required="Enter the name" />
        <DateField name="bornOn" legend="Date of birth" required="Enter the date of birth" />
        <AnswerField name="safe" legend="Is it safe?" required="Answer whether it is safe" />
      </Form>,
    )
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Save' }))
    const summary = await screen.findByRole('alert')
    expect(
      within(summary)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Enter the name', 'Enter the date of birth', 'Answer whether it is safe'])
    expect(document.activeElement).toBe(summary)
    expect(save).not.toHaveBeenCalled()
    await user.click(within(summary).getByText('Enter the date of birth'))
    expect(document.activeElement).toBe(screen.getByLabelText('Day'))
    await user.click(within(summary).getByText('Answer whether it is safe'))
    expect(document.activeElement).toBe(screen.getByLabelText('Yes'))
    await expectAccessible()
  })

  it('puts what the service refuses at its field, and the rest on top', async () => {
    const save: Save = () =>
      Promise.resolve({
        ok: false,
        failure: {
          code: 'invalid',
          message: 'Check the form',
          fields: [
            { field: 'name', message: 'This name is taken' },
            { field: 'elsewhere', message: 'Something else is wrong' },
          ],
        },
      })
    render(
      <Form save={save} act="Save">
        <TextField name="name" label="Name" />
      </Form>,
    )
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('Name'), 'Jo')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const summary = await screen.findByRole('alert')
    expect(within(summary).getByRole('link').textContent).toBe('This name is taken')
    expect(summary.textContent).toContain('Something else is wrong')
    expect(screen.getByLabelText('Name').getAttribute('aria-describedby')).toContain('error')
  })

  it('sends passwords beside the input, never in it', async () => {
    const save = saving()
    render(
      <Form save={save} act="Sign">
        <TextField name="reason" label="Reason" />
        <SignatureField signer="S. Okafor" />
        <SecondPersonFields who="consultant" />
      </Form>,
    )
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('Reason'), 'why')
    await user.type(screen.getByLabelText(/^Your password/), 'correct horse battery')
    await user.type(screen.getByLabelText(/^Sign-in name of the second/), 'bea')
    await user.type(screen.getByLabelText(/^Password of the second/), 'another horse battery')
    await user.click(screen.getByRole('button', { name: 'Sign' }))
    expect(save).toHaveBeenCalledWith(
      { reason: 'why' },
      {
        password: 'correct horse battery',
        second: { signInName: 'bea', password: 'another horse battery' },
      },
    )
  })

  it('is sent once however often the button is pressed', async () => {
    let answer: (reply: Reply<unknown>) => void = () => undefined
    const save = vi.fn<Save>(() => new Promise((resolve) => (answer = resolve)))
    render(
      <Form save={save} act="Save">
        <TextField name="name" label="Name" />
      </Form>,
    )
    const user = userEvent.setup()
    await user.dblClick(await screen.findByRole('button', { name: 'Save' }))
    await user.keyboard('{Enter}{Enter}')
    expect(save).toHaveBeenCalledTimes(1)
    answer(saved)
    await screen.findByRole('button', { name: 'Save' })
  })
})

it('does not call back whoever has gone on while it was saved', async () => {
  let answer: (reply: Reply<unknown>) => void = () => undefined
  const onSaved = vi.fn()
  const page = render(
    <Form save={() => new Promise((resolve) => (answer = resolve))} onSaved={onSaved} act="Save">
      <TextField name="name" label="Name" />
    </Form>,
  )
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Save' }))
  page.unmount()
  answer(saved)
  await new Promise((resolve) => setTimeout(resolve))
  expect(onSaved).not.toHaveBeenCalled()
})

describe('a draft', () => {
  const inMemory = () => {
    const kept = new Map<string, unknown>()
    const drafts: Drafts = {
      load: (form) => Promise.resolve(kept.get(form)),
      save: (form, typed) => Promise.resolve(void kept.set(form, typed)),
      clear: (form) => Promise.resolve(void kept.delete(form)),
    }
    return { kept, drafts }
  }
  const page = (drafts: Drafts, save: Save) => (
    <DraftsProvider drafts={drafts}>
      <Form save={save} act="Save" draft="arrival">
        <TextField name="name" label="Name" />
        <SignatureField signer="S. Okafor" />
      </Form>
    </DraftsProvider>
  )

  it('stays the form that was sent where the page is read anew before the answer is here', async () => {
    const { drafts } = inMemory()
    const done = vi.fn()
    let answer: (reply: Reply<unknown>) => void = () => undefined
    const save: Save = () => new Promise((resolve) => (answer = resolve))
    const read = (version: number) => (
      <DraftsProvider drafts={drafts}>
        <Form save={save} act="Save" draft={`mark:${version}`} onSaved={done}>
          <TextField name="name" label="Name" />
        </Form>
      </DraftsProvider>
    )
    const { rerender } = render(read(1))
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('Name'), 'Round')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    rerender(read(2))
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Round')
    answer(saved)
    await waitFor(() => expect(done).toHaveBeenCalledTimes(1))
  })

  describe('of a record that somebody else saves meanwhile', () => {
    const correction = (
      drafts: Drafts,
      version: number,
      name: string,
      save: (of: number) => Save,
    ) => (
      <DraftsProvider drafts={drafts}>
        <Form
          save={save(version)}
          act="Save"
          draft={`stay:s1:${version}`}
          initial={{ name, planned: version === 1 ? 'yes' : 'no' }}
        >
          <TextField name="name" label="Name" />
          <YesNoField
            name="planned"
            legend="Was it planned?"
            required="Say whether it was planned"
          />
        </Form>
      </DraftsProvider>
    )
    const begin = async (typed: string) => {
      const { kept, drafts } = inMemory()
      const saves = new Map<number, ReturnType<typeof saving>>()
      const save = (of: number): Save => {
        const one = saves.get(of) ?? saving()
        saves.set(of, one)
        return one
      }
      const user = userEvent.setup()
      const page = render(correction(drafts, 1, 'Hana', save))
      const field = await screen.findByLabelText('Name')
      if (typed !== '') {
        await user.clear(field)
        await user.type(field, typed)
      }
      const readAnew = () => page.rerender(correction(drafts, 2, 'Hannah', save))
      return { kept, drafts, saves, save, user, page, readAnew }
    }
    const says = 'Somebody else has changed this record since you began'
    const value = () => screen.getByLabelText<HTMLInputElement>('Name').value

    it('stays as it was typed, says what was changed, and is sent for the version that was seen', async () => {
      const { saves, user, readAnew } = await begin('Anna')
      readAnew()
      expect(await screen.findByText(says)).toBeTruthy()
      expect(value()).toBe('Anna')
      expect(await screen.findByText('Name: now Hannah')).toBeTruthy()
      expect(screen.getByText('Was it planned?: now No')).toBeTruthy()
      await expectAccessible()
      await user.click(screen.getByRole('button', { name: 'Save' }))
      await waitFor(() => expect(saves.get(1)).toHaveBeenCalledOnce())
      expect(saves.get(2)?.mock.calls ?? []).toEqual([])
    })

    it('is saved over what stands now once the person says so', async () => {
      const { saves, user, readAnew } = await begin('Anna')
      readAnew()
      await user.click(await screen.findByRole('button', { name: 'Go on with what I typed' }))
      expect(screen.queryByText(says)).toBeNull()
      expect(value()).toBe('Anna')
      await user.click(screen.getByRole('button', { name: 'Save' }))
      await waitFor(() => expect(saves.get(2)?.mock.calls[0]?.[0]).toMatchObject({ name: 'Anna' }))
    })

    it('gives way to what stands now where the person says so', async () => {
      const { kept, user, readAnew } = await begin('Anna')
      readAnew()
      await user.click(
        await screen.findByRole('button', { name: 'Take what stands now and clear mine' }),
      )
      await waitFor(() => expect(value()).toBe('Hannah'))
      expect(screen.queryByText(says)).toBeNull()
      expect(kept.size).toBe(0)
    })

    it('shows what stands now where nothing had been typed', async () => {
      const { readAnew } = await begin('')
      readAnew()
      await waitFor(() => expect(value()).toBe('Hannah'))
      expect(screen.queryByText(says)).toBeNull()
    })

    it('is found again after the app was closed, and says that the record is another by now', async () => {
      const { kept, drafts, save, page } = await begin('Anna')
      page.unmount()
      await waitFor(() => expect(kept.size).toBe(1))
      render(correction(drafts, 2, 'Hannah', save))
      expect(await screen.findByDisplayValue('Anna')).toBeTruthy()
      expect(screen.getByText(says)).toBeTruthy()
    })

    it('says nothing of the person’s own save', async () => {
      const { user, readAnew } = await begin('Anna')
      await user.click(screen.getByRole('button', { name: 'Save' }))
      readAnew()
      await waitFor(() => expect(value()).toBe('Hannah'))
      expect(screen.queryByText(says)).toBeNull()
    })
  })

  it('is kept while typing, without the password, and is there again', async () => {
    const { kept, drafts } = inMemory()
    const first = render(page(drafts, saving()))
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('Name'), 'Hana')
    await user.type(screen.getByLabelText(/^Your password/), 'correct horse battery')
    first.unmount()
    await waitFor(() => expect(kept.get('arrival')).toEqual({ name: 'Hana' }))
    render(page(drafts, saving()))
    expect(await screen.findByDisplayValue('Hana')).toBeTruthy()
    expect(screen.getByText('What you typed before is still here')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Clear it and start again' }))
    expect(await screen.findByLabelText<HTMLInputElement>('Name')).toHaveProperty('value', '')
    expect(kept.has('arrival')).toBe(false)
  })

  it('is gone once the record is saved', async () => {
    const { kept, drafts } = inMemory()
    render(page(drafts, saving()))
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('Name'), 'Hana')
    await waitFor(() => expect(kept.has('arrival')).toBe(true))
    await user.type(screen.getByLabelText(/^Your password/), 'correct horse battery')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(kept.has('arrival')).toBe(false))
  })
})

describe('a field', () => {
  it('asks which 01:30 is meant when the clocks went back', async () => {
    const save = saving()
    render(
      <Form save={save} act="Save">
        <InstantField name="at" legend="When" required="Enter when" />
      </Form>,
    )
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('Day'), '26')
    await user.type(screen.getByLabelText('Month'), '10')
    await user.type(screen.getByLabelText('Year'), '2025')
    await user.type(screen.getByLabelText('Time'), '0130')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findByRole('alert')).textContent).toContain('came twice')
    await user.click(screen.getByLabelText('The second, after the change'))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(save).toHaveBeenCalledWith({ at: '2025-10-26T01:30:00.000Z' }, {})
  })

  it('fills in the time now at one press', async () => {
    const save = saving()
    render(
      <Form save={save} act="Save">
        <InstantField name="at" legend="When" required="Enter when" />
      </Form>,
    )
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Now' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(save.mock.calls[0]?.[0]).toHaveProperty('at')
  })

  it('asks for what each kind of basis must hold', async () => {
    const save = saving()
    render(
      <Form save={save} act="Save">
        <BasisField name="basis" of="the tie" today="2026-11-23" />
      </Form>,
    )
    const user = userEvent.setup()
    await user.click(await screen.findByLabelText('Document seen'))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const summary = await screen.findByRole('alert')
    expect(summary.textContent).toContain('Enter the title or reference of the document')
    await user.click(screen.getByLabelText('Told by someone'))
    await user.type(screen.getByLabelText('Who said it, and how they know'), 'T. Hill, her GP')
    await user.type(screen.getByLabelText('Day'), '22')
    await user.type(screen.getByLabelText('Month'), '11')
    await user.type(screen.getByLabelText('Year'), '2026')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(save).toHaveBeenCalledWith(
      { basis: { kind: 'told', by: 'T. Hill, her GP', on: '2026-11-22' } },
      {},
    )
    await expectAccessible()
  })

  it('takes an NHS number with spaces, or why there is none', async () => {
    const save = saving()
    render(
      <Form save={save} act="Save">
        <NhsNumberField name="nhsNumber" absentName="nhsNumberAbsent" label="NHS number" />
      </Form>,
    )
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Save' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Enter the NHS number, or')
    await user.type(screen.getByLabelText('NHS number'), '943 476 5918')
    expect((await screen.findByRole('alert')).textContent).toContain('last digit')
    await user.clear(screen.getByLabelText('NHS number'))
    await user.type(screen.getByLabelText('NHS number'), '943-476 5919')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(save).toHaveBeenLastCalledWith({ nhsNumber: '9434765919' }, {})
    await user.clear(screen.getByLabelText('NHS number'))
    await user.selectOptions(screen.getByLabelText(/^If there is no number/), 'Not yet allocated')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(save).toHaveBeenLastCalledWith({ nhsNumberAbsent: 'not-yet-allocated' }, {})
  })

  it('counts a note that comes near its limit, and refuses one beyond it', async () => {
    const save = saving()
    render(
      <Form save={save} act="Save">
        <NoteField name="text" label="Text" limit={12} />
      </Form>,
    )
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('Text'), 'abcdefghij')
    expect(screen.getByText('2 characters left')).toBeTruthy()
    await user.type(screen.getByLabelText('Text'), 'klm')
    expect(screen.getByText('1 characters too many')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Shorten the text by 1')
  })

  it('may stand several times', async () => {
    const save = saving()
    render(
      <Form save={save} act="Save" initial={{ babies: [{}] }}>
        <Repeat
          name="babies"
          least={1}
          most={3}
          addLabel="Add a twin"
          removeLabel={(index) => `Remove baby ${index + 1}`}
        >
          {(prefix, index) => <TextField name={`${prefix}.name`} label={`Baby ${index + 1}`} />}
        </Repeat>
      </Form>,
    )
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('Baby 1'), 'Amber')
    await user.click(screen.getByRole('button', { name: 'Add a twin' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Baby 2'))
    await user.type(screen.getByLabelText('Baby 2'), 'Idris')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(save).toHaveBeenCalledWith({ babies: [{ name: 'Amber' }, { name: 'Idris' }] }, {})
  })
})
