// What is printed looks like the site: the tokens of app/globals.css, in points.
export const sheet = `
@page { size: letter; margin: 19mm 20mm 20mm;
  @bottom-left { content: "CC BY 4.0 · Commonshelf demonstration"; font: 8.5pt "Atkinson Hyperlegible Next"; color: #66625a; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt "Atkinson Hyperlegible Next"; color: #66625a; } }
body { margin: 0; font: 10pt/1.45 "Atkinson Hyperlegible Next", sans-serif; color: #1c1b19; }
h1, h2, h3 { font-family: "Source Serif 4", serif; font-weight: 600; line-height: 1.2; break-after: avoid; }
h1 { margin: 0 0 4mm; padding-bottom: 3mm; border-bottom: 1.2pt solid #0b5a6b; font-size: 23pt; }
h2 { margin: 6.5mm 0 2mm; font-size: 14pt; }
h3 { margin: 4.5mm 0 1.5mm; font-size: 11.5pt; }
p, ul, ol, table, blockquote { margin: 0 0 2.8mm; }
p, li { orphans: 2; widows: 2; }
ul, ol { padding-left: 6mm; }
li { margin-bottom: 1mm; break-inside: avoid; }
ul:has(> .task) { padding: 0; list-style: none; }
.task { display: flex; gap: 2.5mm; margin-bottom: 1.4mm; }
.task ul { margin: 1mm 0 0; }
.box { flex: none; width: 3.2mm; height: 3.2mm; margin-top: .8mm; border: .8pt solid #4a4740; box-sizing: border-box; }
blockquote { padding-left: 4mm; border-left: 1.5pt solid #a03c14; }
table { width: 100%; border-collapse: collapse; font-size: 9.2pt; line-height: 1.35; }
th { text-align: left; border-bottom: 1pt solid #1c1b19; }
td { border-bottom: .5pt solid #d8d3c7; }
th, td { padding: 1.3mm 3mm 1.3mm 0; vertical-align: top; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tr.fill td { height: 5mm; }
td:empty { min-width: 24mm; }
a { color: #0b5a6b; overflow-wrap: anywhere; }
hr { border: 0; border-top: .5pt solid #d8d3c7; margin: 5mm 0; }
`;

// Its Part A goes by the phone, so it must fit on the first page.
export const onePage = 'disaster-plan-on-one-page';
export const tightSheet = `
@page { margin: 13mm 18mm 16mm; }
body { font-size: 9.3pt; line-height: 1.35; }
h1 { margin-bottom: 2.5mm; padding-bottom: 2mm; font-size: 20pt; }
h2 { margin: 4mm 0 1.5mm; font-size: 12.5pt; }
h2 ~ h2 { break-before: page; }
h3 { margin: 3mm 0 1mm; font-size: 10.5pt; }
p, ul, ol, table { margin-bottom: 2mm; }
.task { margin-bottom: .8mm; }
th, td { padding-block: .9mm; }
`;

export const slideSheet = `
@page { size: 960px 540px; margin: 0; }
body { margin: 0; font-family: "Atkinson Hyperlegible Next", sans-serif; color: #1c1b19; }
section { position: relative; box-sizing: border-box; width: 960px; height: 540px; padding: 0 84px 24px; overflow: hidden;
  display: flex; flex-direction: column; justify-content: center; background: #fbfaf7; border-left: 20px solid #0b5a6b; break-after: page; }
section:last-child { break-after: auto; }
h1, h2 { margin: 0; font-family: "Source Serif 4", serif; font-weight: 600; line-height: 1.18; text-wrap: balance; }
h1 { font-size: 58px; }
h2 { display: flex; gap: 34px; font-size: 50px; }
.number { color: #0b5a6b; }
.first { border-color: #a03c14; }
.kind { margin: 0 0 20px; color: #a03c14; font-size: 27px; font-weight: 700; }
.note { margin: 26px 0 0; color: #4a4740; font-size: 23px; }
.foot { position: absolute; left: 84px; right: 84px; bottom: 30px; display: flex; justify-content: space-between;
  margin: 0; padding-top: 14px; border-top: 1px solid #d8d3c7; color: #66625a; font-size: 19px; }
`;
