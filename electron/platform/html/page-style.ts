/** The look of a page that stands alone: the app's colours, the reader's own fonts, and a layout for paper. */
export const pageStyle = `
:root { color-scheme: light; --ink: #212b32; --muted: #4c6272; --rule: #d8dde0; --pale: #f0f4f5; --blue: #005eb8; --dark-blue: #003087; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem 1.5rem 3rem; color: var(--ink); background: #fff; font: 1rem/1.5 "Noto Sans", "Segoe UI", Arial, sans-serif; overflow-wrap: anywhere; }
a { color: var(--blue); }
a:focus, .wide:focus { outline: 3px solid #ffeb3b; outline-offset: 0; box-shadow: inset 0 -3px 0 var(--ink); }
a:focus { background: #ffeb3b; color: var(--ink); }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; }
.marking { text-align: center; font-weight: 600; letter-spacing: .06em; color: var(--dark-blue); margin: .5rem 0; font-size: .875rem; }
header { border-top: .5rem solid var(--blue); padding-top: 1rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: .25rem 0; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 2px solid var(--blue); }
nav h2, h3 { font-size: 1.2rem; }
nav h2 { border: 0; padding: 0; margin: 1.5rem 0 .5rem; }
h3 { margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; }
.kicker { color: var(--muted); margin: 0; }
.subtitle { font-size: 1.2rem; margin: 0 0 1rem; }
.lead { font-size: 1.15rem; }
.small, .note, .caption, caption, figcaption { color: var(--muted); font-size: .875rem; }
.note { display: block; font-weight: 400; }
.notice { border-left: 6px solid var(--dark-blue); background: var(--pale); padding: .75rem 1rem; }
blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: 4px solid var(--rule); font-style: italic; }
dl { margin: 0 0 1rem; border-top: 1px solid var(--rule); }
dl > div { display: grid; grid-template-columns: 14rem 1fr; gap: 1rem; border-bottom: 1px solid var(--rule); padding: .35rem 0; }
dt { font-weight: 600; }
dd { margin: 0; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--rule); font-weight: 400; }
thead th { font-weight: 600; background: var(--pale); padding-left: .4rem; overflow-wrap: normal; }
tbody th, td { padding-left: .4rem; }
.dense th, .dense td { font-size: .875rem; padding-top: .25rem; padding-bottom: .25rem; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.tone { font-weight: 600; border-left: 6px solid var(--muted); padding-left: .4rem; }
.box { border-left: 6px solid var(--muted); background: var(--pale); padding: .6rem 1rem; margin: 1rem 0; }
.box p { margin: 0; }
.best { border-color: #006747; } .good { border-color: #4c7a2b; } .poor { border-color: #b26a00; } .worst { border-color: #b3261e; }
figure { margin: 1rem 0; }
img { max-width: 100%; height: auto; width: 40rem; display: block; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); color: var(--muted); font-size: .875rem; }
@media (max-width: 40rem) { dl > div { grid-template-columns: 1fr; gap: 0; } }
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  .skip { display: none; }
  nav { break-after: page; }
  .new-page { break-before: page; }
  h2, h3, h4, caption, figcaption { break-after: avoid; }
  tr, figure, .together, .box { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  a { color: inherit; text-decoration: none; }
}
`
