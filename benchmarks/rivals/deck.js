// deck.js DATA.json DECK.pptx: the deck of benchmarks/long_briefing.py with PptxGenJS, as its guide has it.
const fs = require('fs')
const Deck = require('../../tests/judges/node_modules/pptxgenjs')

const AGENDA = 8 // sections on a slide of contents
const [, , source, target] = process.argv
const data = JSON.parse(fs.readFileSync(source, 'utf8'))
const deck = new Deck()
deck.layout = 'LAYOUT_WIDE'
deck.title = data.title
deck.defineSlideMaster({
  title: 'PLAIN', slideNumber: { x: 12.4, y: 7 },
  objects: [{ placeholder: { options: { name: 'title', type: 'title', x: 0.6, y: 0.4, w: 12, h: 1 }, text: '' } }],
})

function slide (title, speech) {
  const made = deck.addSlide({ masterName: 'PLAIN' })
  made.addText(title, { placeholder: 'title' })
  if (speech) made.addNotes(speech)
  return made
}

slide(data.title).addText('Ce qui est fait, ce qui est promis', { x: 0.6, y: 2, w: 12, h: 1 })
for (let at = 0; at < data.sections.length; at += AGENDA) {
  const names = data.sections.slice(at, at + AGENDA).map(each => ({ text: each.title, options: { bullet: true, breakLine: true } }))
  slide('Sommaire').addText(names, { x: 0.6, y: 1.6, w: 12, h: 5 })
}
for (const each of data.sections) {
  const cards = slide(each.message, each.speech)
  each.messages.forEach(([title, text], number) => cards.addText(
    [{ text: title, options: { bold: true, breakLine: true } }, { text }],
    { x: 0.6 + 4.1 * number, y: 2, w: 3.9, h: 3, fill: { color: 'EEEEEE' } }))
  const table = slide(each.caption, each.speech)
  table.addTable([['Donnée', 'Valeur', 'Statut', 'Période'], ...each.rows].map(row => row.map(text => ({ text }))),
    { x: 0.6, y: 1.6, w: 12 })
  const chart = slide(each.chart_title, each.speech)
  chart.addChart(deck.charts.BAR, [{ name: each.measure, labels: each.categories, values: each.values }],
    { x: 0.6, y: 1.6, w: 7, h: 5, showValue: true, altText: each.chart_title })
  chart.addText(each.points.map(text => ({ text, options: { bullet: true, breakLine: true } })), { x: 8, y: 1.6, w: 4.6, h: 5 })
}
deck.writeFile({ fileName: target, compression: true })
