import { type AllowedColumns, column } from './allowed-column.ts'

export const sharedColumns: AllowedColumns = {
  rule_override: [
    column('ruleId', 'Rule', 'code'),
    column('overriddenAt', 'Overridden', 'moment'),
    column('dueAt', 'What was missing was due', 'moment'),
    column('author', 'Overridden by', 'staff'),
    column('secondPersonId', 'Second person', 'staff'),
    column('because', 'Reason', 'text'),
  ],
  rule_set: [column('kind', 'Rules', 'code'), column('revision', 'Revision', 'code')],
}
