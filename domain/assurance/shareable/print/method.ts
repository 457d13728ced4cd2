import { type Block, cell } from '../../../shared/print-document.ts'
import { withCommas } from '../../figure-text.ts'
import { timeText } from '../../print/words.ts'
import type { ShareableModel } from '../shareable-model.ts'
import { smallNumberRule } from '../words.ts'

/** How the figures were made, and what is kept back of them. */
export function method(model: ShareableModel): Block[] {
  const { annex, cover, framework } = model
  return [
    { kind: 'heading', level: 1, text: 'Method and limits', newPage: true },
    {
      kind: 'paragraph',
      text:
        `Every figure is computed from the unit's own records as they stood at the cut, ${timeText(cover.cut.at)}. ` +
        'Each measure has one definition; each record counted falls in exactly one of four classes: pass, fail, ' +
        'incomplete (the record does not say, and counts as not passed) and not eligible (the rule does not apply, or ' +
        'its limit had not run out). n is what is eligible.',
    },
    { kind: 'paragraph', text: smallNumberRule },
    { kind: 'heading', level: 2, text: 'Limits of this report' },
    {
      kind: 'list',
      items: [
        'There is no list of records in it, no typed text, and no day or time of anybody. The reasons for a level are in the restricted report.',
        'A level is withheld where it would tell an exact figure together with the printed ones. Groups are printed all or none.',
        'A figure that differs by 1 to 7 from an earlier release is withheld.',
        'The app records what staff enter. It cannot see what was done and not recorded.',
      ],
    },
    {
      kind: 'table',
      caption: 'Criteria, thresholds, limits and duties used in the period',
      columns: [
        { label: 'Rule set', share: 6 },
        { label: 'Revision', share: 2 },
        { label: 'Approved', share: 4 },
        { label: 'Source', share: 6 },
      ],
      rows: annex.ruleSets.map((one) => [
        cell(one.title),
        cell(one.revision),
        one.approved
          ? cell('Approved by the unit')
          : { text: 'Not approved', strong: true, note: 'default of the app' },
        cell(one.source),
      ]),
      empty: 'No rule set was used.',
      dense: true,
    },
    {
      kind: 'facts',
      facts: [
        { label: 'Framework', text: `${framework.title}, version ${framework.version}` },
        { label: 'Head of the audit chain', text: `Entry ${withCommas(annex.auditHead.seq)}` },
        { label: 'Its hash', text: annex.auditHead.hash },
        { label: 'Software', text: `${annex.software.name} ${annex.software.version}` },
        { label: 'Content hash', text: model.contentHash },
      ],
    },
  ]
}
