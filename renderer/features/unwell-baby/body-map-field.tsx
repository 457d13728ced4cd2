import { Select } from 'nhsuk-react-components'
import {
  bodyRegions,
  drawnViews,
  type Place,
  placeAt,
  placeOfRegion,
  regionLabel,
} from '#domain/unwell-baby/body-map.ts'
import { bodyViewLabels } from '#domain/unwell-baby/record.ts'
import { useField } from '../../ui/form/use-field.ts'
import { given } from '../../ui/optional.ts'
import { BodyFigure, type DrawnMark } from './body-figure.tsx'

interface BodyMapFieldProps {
  name: string
  /** What is drawn already. */
  marks: readonly DrawnMark[]
}

/** Where a mark is: by a press on the outline, or by its name in the list; either moves the other. */
export function BodyMapField({ name, marks }: BodyMapFieldProps) {
  const field = useField<Place | null>(name, {
    empty: null,
    required: 'Point at the place on the outline, or choose it in the list',
  })
  const chosen = field.typed
  return (
    <div className="body-map">
      <Select
        id={field.id}
        name={field.name}
        label="Where is it?"
        hint="Press on the outline, or choose the place here. Left and right are the baby’s own."
        value={chosen?.region ?? ''}
        onChange={(event) => field.set(placeOfRegion(event.currentTarget.value) ?? null)}
        onBlur={field.blur}
        {...given({ error: field.error })}
      >
        <Select.Option value="">Choose</Select.Option>
        {drawnViews.map((view) => (
          <optgroup key={view} label={bodyViewLabels[view]}>
            {bodyRegions
              .filter((region) => region.view === view)
              .map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      <p className="body-map__said" role="status">
        {chosen ? `Marked: ${regionLabel(chosen.region)}` : 'Nothing is marked yet'}
      </p>
      <div className="body-map__views">
        {drawnViews.map((view) => (
          <BodyFigure
            key={view}
            view={view}
            marks={marks}
            chosen={chosen}
            onPoint={(x, y) => field.set(placeAt(view, x, y))}
          />
        ))}
      </div>
    </div>
  )
}
