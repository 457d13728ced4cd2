import type { AnyReport } from '#domain/assurance/any-report.ts'
import { proves, provesNot } from '#domain/assurance/pack/frank.ts'
import { el, list } from './dom.ts'
import { requirements } from './requirements.ts'
import { verifyPanel } from './verify-panel.ts'
import { factualCheckIn, narrativeIn } from './written.ts'

/** The page in a sealed pack: it reads the data that was sealed into it, and needs no network. */

const data = document.getElementById('pack-data')?.textContent ?? ''
const model = JSON.parse(data) as AnyReport
const fingerprint = document.documentElement.dataset.fingerprint ?? ''

const section = (title: string, ...children: readonly Node[]) =>
  el('section', {}, el('h2', {}, title), ...children)

document
  .getElementById('parts')
  ?.replaceChildren(
    section('Verify this pack', ...verifyPanel(model, fingerprint)),
    section(
      'What a signature does not prove',
      el('h3', {}, 'It proves'),
      list(proves),
      el('h3', {}, 'It does not prove'),
      list(provesNot),
    ),
    section('Requirements', ...narrativeIn(model.written, null), ...requirements(model)),
    ...factualCheckIn(model.written),
  )
