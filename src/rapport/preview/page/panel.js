// The panel: faults, and what stands at a point: where it is written, its fact, every page that shows it.
import { goTo, mark } from '/page.js'

const at = id => document.getElementById(id)
const detail = at('detail')
const SPOTS = { brief: 'page', slides: 'diapositive' }
const SEVERITIES = { error: 'Faute', warning: 'Avertissement' }

// parts, made without markup: what authors wrote is text

function made (tag, properties = {}, ...children) {
  const item = Object.assign(document.createElement(tag), properties)
  item.append(...children)
  return item
}

function button (text, does, properties = {}) {
  const item = made('button', { type: 'button', textContent: text, ...properties })
  item.addEventListener('click', does)
  return item
}

const spotsOf = spots => spots.map(({ document: doc, page }) => button(`${SPOTS[doc]} ${page}`, () => goTo(doc, page)))

// faults

export function showFaults (faults) {
  const errors = faults.filter(({ severity }) => severity === 'error').length
  at('faults-title').textContent = counted(errors, faults.length - errors)
  at('no-faults').hidden = faults.length > 0
  const list = at('faults')
  const focused = [...list.children].findIndex(item => item.contains(document.activeElement))
  list.replaceChildren(...faults.map(faultItem))
  if (focused >= 0) (list.children[Math.min(focused, faults.length - 1)]?.firstChild ?? at('faults-part')).focus()
}

function counted (errors, warnings) {
  const of = (number, noun) => `${number}\u00a0${noun}${number > 1 ? 's' : ''}`
  if (!errors && !warnings) return 'Fautes'
  return [errors && of(errors, 'faute'), warnings && of(warnings, 'avertissement')].filter(Boolean).join(', ')
}

function faultItem (fault, number) {
  const { severity, message, hint, file, line, code, spots } = fault
  const word = made('span', { className: 'severity', textContent: `${SEVERITIES[severity]}\u00a0: ` })
  const title = made('button', { type: 'button', className: 'plain' }, word, message)
  title.addEventListener('click', () => askFault(number))
  const item = made('li', { className: `fault ${severity}` }, title)
  item.append(made('p', { className: 'place', textContent: `${file}${line ? `, ligne ${line}` : ''} (${code})` }))
  if (hint) item.append(made('p', { className: 'hint', textContent: hint }))
  if (spots.length) item.append(made('div', { className: 'spots' }, ...spotsOf(spots)))
  return item
}

export const askFault = number => about({ fault: number }, null)

// what stands at a point

export async function about (query, focus) {
  const answer = await fetch(`/about?${new URLSearchParams(query)}`)
  if (!answer.ok) return said('Ce qui est ici n’a été écrit par personne\u00a0: le programme l’ajoute.')
  const found = await answer.json()
  mark(query.document, query.page, found.area)
  const asked = found.fact && !('fault' in query) ? { fact: found.fact.key } : query
  detail.replaceChildren(...described(found, query))
  note(await opens(asked, found.fact && !('fault' in query) ? found.fact.link : found.link))
  if (focus) at('detail-title').focus()
}

function said (text) {
  detail.replaceChildren(made('p', { textContent: text }))
}

function * described ({ text, place, link, fact }, query) {
  if (text) yield made('p', { className: 'words', textContent: text })
  if (place) yield made('p', { className: 'place', textContent: placed(place) })
  if (link) yield openers(query, link)
  if (!fact) return
  yield made('h3', { textContent: `Fait ${fact.key}` })
  yield made('p', { textContent: fact.label })
  const list = made('dl')
  for (const { name, words } of fact.traits) list.append(made('dt', { textContent: name }), made('dd', { textContent: words }))
  yield list
  yield openers({ fact: fact.key }, fact.link)
  yield made('h3', { textContent: 'Montré' })
  yield made('div', { className: 'spots' }, ...spotsOf(fact.spots))
}

const placed = place => place.replace(/:(\d+):\d+$/, ', ligne $1')

function openers (query, link) {
  const open = button('Ouvrir cette ligne', async () => note(await opens(query, link, true)))
  return made('p', { className: 'spots' }, open)
}

function note (text) {
  if (text) detail.prepend(made('p', { className: 'place', textContent: text }))
}

// The texts of a page, for who has no mouse.

export async function showTexts (query, title, from) {
  const answer = await fetch(`/texts?${new URLSearchParams(query)}`)
  const texts = answer.ok ? await answer.json() : []
  if (!texts.length) return said('Rien sur cette page n’a été écrit par un auteur.')
  const list = made('ul')
  for (const { text, x, y, figure } of texts) {
    const name = text || 'Figure'
    const choose = button(figure ? `Chiffre\u00a0: ${name}` : name, () => about({ ...query, x, y }, true), { className: 'plain' })
    list.append(made('li', {}, choose))
  }
  detail.replaceChildren(made('h3', { textContent: `Textes\u00a0: ${title}` }), list)
  back = from
  list.querySelector('button').focus()
}

let back = null
at('detail-part').addEventListener('keydown', event => {
  if (event.key === 'Escape' && back) back.focus()
})

// the editor

const editor = at('editor')

export async function tellSetting () {
  const { editor: own } = await (await fetch('/setting')).json()
  if (own) editor.append(new Option(own, 'own'))
  editor.append(new Option('Visual Studio Code (lien)', 'vscode'), new Option('rien\u00a0: montrer la ligne', 'none'))
  editor.value = own ? 'own' : 'none'
}

// Opens a place as the author chose, or by a link where nothing was chosen but the button was pressed.
async function opens (query, link, pressed = false) {
  if (editor.value === 'own') {
    const answer = await fetch(`/open?${new URLSearchParams(query)}`, { method: 'POST' })
    const { started } = answer.ok ? await answer.json() : { started: false }
    return started ? '' : 'L’éditeur ne s’est pas ouvert.'
  }
  if (editor.value === 'vscode' || pressed) location.assign(link)
  return ''
}
