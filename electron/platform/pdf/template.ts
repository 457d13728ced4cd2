/**
 * The page, in Typst. It knows the blocks of a print document and nothing of what they say; every text
 * reaches it as data and is never read as markup. It lives in a module so that every build carries it.
 */
export const template = String.raw`
#let d = json("document.json")

#let ink = rgb("#212b32")
#let muted = rgb("#4c6272")
#let rule-colour = rgb("#d8dde0")
#let pale = rgb("#f0f4f5")
#let blue = rgb("#005eb8")
#let dark-blue = rgb("#003087")
#let tones = (
  plain: (colour: muted, steps: none),
  best: (colour: rgb("#006747"), steps: 4),
  good: (colour: rgb("#4c7a2b"), steps: 3),
  poor: (colour: rgb("#b26a00"), steps: 2),
  worst: (colour: rgb("#b3261e"), steps: 1),
  unknown: (colour: muted, steps: 0),
)

#let (year, month, day) = d.date.split("-").map(int)
#set document(title: d.title, date: datetime(year: year, month: month, day: day))
#set text(
  font: ("Noto Sans", "Noto Sans Arabic", "Noto Sans Tamil"),
  fallback: false,
  size: 9.5pt,
  fill: ink,
  lang: "en",
  region: "GB",
  hyphenate: false,
)
#set par(leading: 0.6em, spacing: 0.9em)
#set page(paper: "a4", margin: if d.at("narrowMargins", default: false) {
  (top: 1.7cm, bottom: 2.1cm, x: 1.4cm)
} else {
  (top: 2.3cm, bottom: 2.5cm, x: 2cm)
})

// A word that no column can hold may break anywhere.
#let breakable(words, longest) = words.replace(
  regex("\S{" + str(longest) + ",}"),
  long => long.text.clusters().join(sym.zws),
)

#let marking-line = text(size: 8pt, weight: 600, tracking: 0.06em, fill: dark-blue, d.marking)

#let running-header = align(center, marking-line)
#let running-footer = context {
  set text(size: 8pt, fill: muted)
  line(length: 100%, stroke: 0.5pt + rule-colour)
  v(-4pt)
  grid(
    columns: (1fr, auto),
    column-gutter: 8pt,
    d.footer,
    [Page #counter(page).display() of #counter(page).final().first()],
  )
  v(-3pt)
  align(center, marking-line)
}

#let caption-line(words) = block(
  sticky: true, width: 100%,
  align(left, text(size: 8pt, fill: muted, words)),
)

#show heading: set text(fill: dark-blue, weight: 600)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 1): set block(below: 12pt)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 2): set block(above: 18pt, below: 8pt)
#show heading.where(level: 3): set text(size: 10pt, fill: ink)
#show heading.where(level: 3): set block(above: 14pt, below: 6pt)
#show figure.where(kind: table): set block(breakable: true)
#set figure(numbering: none, supplement: none, gap: 5pt)
#show figure: set block(above: 10pt, below: 12pt)
#show figure.caption: it => caption-line(it.body)
#set figure.caption(position: top)

// Four steps beside the words, so that a level is seen without its colour as well.
#let steps(tone) = {
  let count = tones.at(tone).steps
  if count != none {
    pdf.artifact(box(height: 7pt, stack(dir: ltr, spacing: 1.2pt, ..range(4).map(n => rect(
      width: 4pt,
      height: 7pt,
      stroke: if count == 0 { (paint: muted, thickness: 0.6pt, dash: "densely-dotted") } else { 0.6pt + tones.at(tone).colour },
      fill: if n < count { tones.at(tone).colour } else { none },
    )))))
    h(4pt)
  }
}

#let cell-content(c) = {
  let tone = c.at("tone", default: "plain")
  steps(tone)
  let weight = if c.at("strong", default: false) or tone != "plain" { 600 } else { 400 }
  text(weight: weight, breakable(c.text, 24))
  if "note" in c { linebreak(); text(size: 0.88em, fill: muted, breakable(c.note, 24)) }
}

// A row stays on one page, unless it might be longer than one: then all its cells may break.
#let cell-length(c) = c.text.len() + c.at("note", default: "").len()
#let table-row(row) = {
  let long = row.any(c => cell-length(c) > 1200)
  row.map(c => table.cell(breakable: long, cell-content(c)))
}

#let column-width(c) = if "share" in c { c.share * 1fr } else { auto }
#let column-align(c) = if c.at("align", default: "left") == "right" { right + top } else { left + top }

#let empty-table(b) = {
  caption-line(b.caption)
  block(
    width: 100%, inset: (x: 8pt, y: 6pt), fill: pale, below: 12pt,
    text(size: 8.5pt, fill: muted, b.empty),
  )
}

#let full-table(b) = {
  let dense = b.at("dense", default: false)
  let write = b.at("write", default: false)
  figure(kind: table, caption: b.caption, {
    set text(size: if dense { 7.5pt } else { 8.5pt })
    set par(leading: 0.5em)
    table(
      columns: b.columns.map(column-width),
      align: b.columns.map(column-align),
      inset: (x, y) => (x: 5pt, y: if write and y > 0 { 7pt } else if dense { 3pt } else { 4.5pt }),
      stroke: (x, y) => if write { 0.5pt + muted } else { (
        top: if y == 0 { 1pt + dark-blue } else { none },
        bottom: if y == 0 { 0.75pt + dark-blue } else { 0.5pt + rule-colour },
      ) },
      fill: (x, y) => if y == 0 { pale } else { none },
      table.header(repeat: true, ..b.columns.map(c => text(weight: 600, c.label))),
      ..b.rows.map(table-row).flatten(),
    )
  })
}

#let table-block(b) = if b.rows.len() == 0 { empty-table(b) } else { full-table(b) }

#let facts-block(facts, size: 8.5pt) = {
  set text(size: size)
  set par(leading: 0.5em)
  grid(
    columns: (28%, 1fr),
    inset: (x: 5pt, y: if size < 8pt { 3pt } else { 4pt }),
    stroke: (x, y) => (bottom: 0.5pt + rule-colour),
    ..facts.map(f => (text(weight: 600, f.label), breakable(f.text, 70))).flatten(),
  )
}

#let box-block(b) = {
  let colour = tones.at(b.tone).colour
  block(
    width: 100%, breakable: b.text.len() > 1500, above: 8pt, below: 12pt,
    inset: (left: 10pt, right: 8pt, y: 7pt), fill: pale, stroke: (left: 3pt + colour),
    {
      text(weight: 600)[#steps(b.tone)#b.title]
      if b.text != "" { parbreak(); text(size: 9pt, breakable(b.text, 70)) }
    },
  )
}

#let paragraph-block(b) = {
  let style = b.at("style", default: "plain")
  if style == "quote" {
    block(
      width: 100%, inset: (left: 10pt, y: 2pt), stroke: (left: 2pt + blue), above: 8pt, below: 10pt,
      quote(text(size: 10pt, b.text)),
    )
  } else if style == "lead" {
    par(text(size: 10.5pt, breakable(b.text, 70)))
  } else if style == "small" {
    par(text(size: 8.5pt, fill: muted, breakable(b.text, 70)))
  } else {
    par(breakable(b.text, 70))
  }
}

#let render(b) = {
  if b.kind == "heading" {
    if b.at("newPage", default: false) { pagebreak(weak: true) }
    heading(level: b.level, b.text)
  } else if b.kind == "paragraph" { paragraph-block(b) }
  else if b.kind == "list" { list(..b.items.map(i => breakable(i, 70)), marker: [–], spacing: 0.7em) }
  else if b.kind == "facts" { facts-block(b.facts, size: if b.at("dense", default: false) { 7.5pt } else { 8.5pt }) }
  else if b.kind == "table" { table-block(b) }
  else if b.kind == "chart" {
    figure(
      kind: image, alt: b.alt, caption: b.at("caption", default: none),
      align(left, image(bytes(b.svg), format: "svg", width: 100%)),
    )
  } else if b.kind == "box" { box-block(b) }
  else if b.kind == "together" { block(breakable: false, width: 100%, { for each in b.blocks { render(each) } }) }
}

#let cover(c) = {
  set page(margin: (x: 2cm, y: 2cm), header: none, footer: none)
  block(
    width: 100%, inset: (bottom: 1.4cm), outset: (x: 2cm, top: 2cm), fill: dark-blue,
    {
      set text(fill: white)
      text(size: 9pt, weight: 600, tracking: 0.06em, d.marking)
      v(2.2cm)
      text(size: 11pt, breakable(c.kicker, 40))
      v(2mm)
      {
        show title: set text(size: 27pt, weight: 600, fill: white)
        show title: set block(above: 0pt, below: 12pt)
        set par(leading: 0.4em)
        title(breakable(c.title, 28))
      }
      text(size: 13pt, breakable(c.subtitle, 40))
    },
  )
  v(8mm)
  facts-block(c.facts, size: 9.5pt)
  v(1fr)
  block(width: 100%, inset: 10pt, fill: pale, stroke: (left: 3pt + blue), text(size: 9pt, c.notice))
  align(center, marking-line)
}

#if d.cover != none {
  cover(d.cover)
  counter(page).update(1)
}
#set page(header: running-header, footer: running-footer)
#if d.cover != none {
  show outline.entry.where(level: 1): set text(weight: 600)
  outline(title: "Contents", depth: 2, indent: 1em)
}
#for b in d.blocks { render(b) }
`
