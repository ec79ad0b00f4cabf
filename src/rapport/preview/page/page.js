// The page: pictures of the documents, named by what is drawn on them, and what the author does with them.
import { about, askFault, showFaults, showTexts, tellSetting } from '/panel.js'

const NAMES = { brief: ['Page', 'du dossier'], slides: ['Diapositive', 'de la présentation'] }
const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3]
const at = id => document.getElementById(id)
const status = at('status')
let state = null
let zoom = 1

// pictures

const near = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) {
    target.near = isIntersecting
    if (isIntersecting) load(target)
  }
}, { rootMargin: '300px' })

const inSight = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) target.inSight = isIntersecting
  tellSight()
})

const resized = new ResizeObserver(() => document.querySelectorAll('.sheet img').forEach(address))

function address (img) {
  const { key, width } = img.page
  const scale = (img.clientWidth || 300) * window.devicePixelRatio / width
  img.wanted = `/picture/${img.doc}/${img.number}/${key}?scale=${scale.toFixed(2)}`
  if (img.near) load(img)
}

async function load (img) {
  const { wanted } = img
  if (!wanted || img.has === wanted) return
  const next = new Image()
  next.src = wanted
  try { await next.decode() } catch { return } // of an older save: a newer state is on its way
  if (img.wanted !== wanted) return
  img.has = wanted
  img.src = wanted // decoded already: there is no blank between
  const name = `${img.doc} ${img.number}`
  const { version } = state
  requestAnimationFrame(() => {
    performance.clearMarks(name)
    performance.mark(name, { detail: { version } })
  })
}

function sheet (doc, number) {
  const item = document.createElement('li')
  const button = document.createElement('button')
  const img = document.createElement('img')
  const caption = document.createElement('p')
  const here = document.createElement('ul')
  const [noun, of] = NAMES[doc]
  Object.assign(img, { doc, number, alt: `${noun} ${number} ${of}` })
  Object.assign(button, { type: 'button', className: 'sheet', tabIndex: number === 1 ? 0 : -1 })
  button.dataset.spot = `${doc} ${number}`
  button.append(img)
  button.addEventListener('click', event => pointed(event, img))
  button.addEventListener('keydown', event => moved(event, button))
  Object.assign(caption, { className: 'number', textContent: `${number}` })
  caption.setAttribute('aria-hidden', 'true')
  here.className = 'here'
  item.append(button, caption, here)
  near.observe(img)
  if (doc === 'brief') inSight.observe(img)
  return item
}

function showPages (doc, pages) {
  const host = at(doc)
  while (host.children.length > pages.length) {
    const img = host.lastChild.querySelector('img')
    near.unobserve(img)
    inSight.unobserve(img)
    host.lastChild.remove()
  }
  pages.forEach((page, index) => {
    if (!host.children[index]) host.append(sheet(doc, index + 1))
    const img = host.children[index].querySelector('img')
    if (img.page?.key === page.key) return img.near && load(img) // one that did not come is asked for again
    img.style.aspectRatio = `${page.width} / ${page.height}`
    img.page = page
    address(img)
  })
}

function showOutline (doc, outline) {
  const [noun] = NAMES[doc]
  at(`${doc}-outline`).replaceChildren(...outline.map(({ title, level, page }) => {
    const item = document.createElement('li')
    const button = document.createElement('button')
    item.style.setProperty('--level', level)
    Object.assign(button, { type: 'button', className: 'plain', textContent: title, title: `${noun} ${page}` })
    button.addEventListener('click', () => goTo(doc, page))
    item.append(button)
    return item
  }))
}

// moving

const sheetOf = (doc, page) => document.querySelector(`.sheet[data-spot="${doc} ${page}"]`)

export function goTo (doc, page) {
  const button = sheetOf(doc, page)
  if (!button) return
  if (at('parts').value !== 'both') show(at('parts').value = doc)
  button.scrollIntoView({ block: 'nearest' })
  focusSheet(button)
}

function focusSheet (button) {
  button.closest('.pages').querySelectorAll('.sheet').forEach(each => { each.tabIndex = each === button ? 0 : -1 })
  button.focus({ preventScroll: false })
}

function moved (event, button) {
  const all = [...button.closest('.pages').querySelectorAll('.sheet')]
  const here = all.indexOf(button)
  const across = Number(button.closest('.pages').dataset.across || 1)
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across, Home: -here, End: all.length - 1 - here }
  if (!(event.key in steps) || event.ctrlKey || event.altKey || event.metaKey) return
  event.preventDefault()
  focusSheet(all[Math.max(0, Math.min(all.length - 1, here + steps[event.key]))])
}

// what stands at a point

function pointed (event, img) {
  const query = { document: img.doc, page: img.number }
  if (event.detail === 0) return showTexts(query, `${img.alt}`, img.closest('.sheet')) // by keyboard: there is no point
  const box = img.getBoundingClientRect()
  const x = (event.clientX - box.left) / box.width * img.page.width
  const y = (event.clientY - box.top) / box.height * img.page.height
  about({ ...query, x, y }, null)
}

export function mark (doc, page, area) {
  document.querySelectorAll('.mark').forEach(each => each.remove())
  const button = sheetOf(doc, page)
  if (!button || !area) return
  const { width, height } = button.querySelector('img').page
  const span = document.createElement('span')
  span.className = 'mark'
  const places = { left: area.x / width, top: area.y / height, width: area.width / width, height: area.height / height }
  for (const [name, share] of Object.entries(places)) span.style[name] = `${share * 100}%`
  button.append(span)
}

// states: each holds all that is shown, most of which is shown already

const shown = new Map()

function isNew (name, value) {
  const text = JSON.stringify(value)
  if (shown.get(name) === text) return false
  shown.set(name, text)
  return true
}

function update (data) {
  const next = JSON.parse(data)
  if (state && next.start === state.start && next.version < state.version) return
  state = next
  document.body.classList.toggle('stale', !state.fresh)
  document.title = state.title ? `${state.title} – aperçu` : 'Aperçu'
  status.textContent = said(state)
  for (const doc of ['brief', 'slides']) {
    const { pages, outline } = state.documents[doc] ?? { pages: [], outline: [] }
    showPages(doc, pages)
    if (isNew(`${doc} outline`, outline)) showOutline(doc, outline)
  }
  if (isNew('faults', state.faults)) showFaults(state.faults)
  const counts = Object.values(state.documents).map(({ pages }) => pages.length)
  if (isNew('here', [state.faults, counts])) showHere(state.faults)
  showBriefings(state)
  performance.clearMarks('faults')
  performance.mark('faults', { detail: { version: state.version, count: state.faults.length } })
}

function said ({ version, fresh, documents, milliseconds }) {
  if (version === 0) return 'Mise en page…'
  if (fresh) return `À jour (${milliseconds}\u00a0ms)`
  return Object.keys(documents).length
    ? 'Faute dans le contenu\u00a0: les dernières pages justes restent affichées.'
    : 'Faute dans le contenu\u00a0: pas encore de page à montrer.'
}

function showHere (faults) {
  document.querySelectorAll('.here').forEach(list => list.replaceChildren())
  faults.forEach((fault, number) => fault.spots.forEach(({ document: doc, page }) => {
    const list = sheetOf(doc, page)?.parentElement.querySelector('.here')
    if (!list) return
    const item = document.createElement('li')
    const button = document.createElement('button')
    item.className = `fault ${fault.severity}`
    Object.assign(button, { type: 'button', className: 'plain', textContent: fault.message })
    button.addEventListener('click', () => askFault(number))
    item.append(button)
    list.append(item)
  }))
}

function showBriefings ({ briefings, briefing, audience }) {
  at('audience').value = audience
  const select = at('briefing')
  at('briefing-choice').hidden = briefings.length < 2
  if ([...select.options].map(each => each.value).join() !== briefings.join()) {
    select.replaceChildren(...briefings.map(name => new Option(name, name)))
  }
  select.value = briefing
}

// One stream serves all tabs of this address: HTTP/1.1 lets a browser have six connections to a host, and a seventh tab
// would hang. The tab that holds the lock has the stream and tells the others; when it closes the next one has it.

const channel = new BroadcastChannel('preview')
const lost = () => { status.textContent = 'L’aperçu est arrêté\u00a0; nouvel essai…' }

async function follow () {
  channel.onmessage = ({ data }) => data ? update(data) : lost()
  navigator.locks.request('stream', () => new Promise(() => connect()))
  const answer = await fetch('/state')
  if (answer.ok) update(await answer.text())
}

function connect () {
  const tell = data => { data ? update(data) : lost(); channel.postMessage(data) }
  const source = new EventSource('/events')
  source.onmessage = ({ data }) => tell(data)
  source.onerror = () => {
    tell('')
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 1000)
  }
}

// controls

const show = parts => { document.querySelector('main').dataset.parts = parts }

function zoomTo (step) {
  zoom = ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, ZOOMS.indexOf(zoom) + step))]
  document.documentElement.style.setProperty('--zoom', zoom)
  at('zoom').textContent = `${Math.round(zoom * 100)}\u00a0%`
}

function toggled (button, does) {
  button.addEventListener('click', () => {
    const pressed = button.getAttribute('aria-pressed') !== 'true'
    button.setAttribute('aria-pressed', pressed)
    does(pressed)
  })
}

toggled(at('grey'), on => document.body.classList.toggle('grey', on))
toggled(at('pair'), on => document.querySelectorAll('.pages').forEach(pages => {
  pages.dataset.across = on ? 2 : 1
  pages.style.setProperty('--across', on ? 2 : 1)
}))
at('smaller').addEventListener('click', () => zoomTo(-1))
at('larger').addEventListener('click', () => zoomTo(1))
at('theme').addEventListener('change', ({ target }) => { document.documentElement.style.colorScheme = target.value })
at('parts').addEventListener('change', ({ target }) => show(target.value))
for (const name of ['briefing', 'audience']) {
  at(name).addEventListener('change', ({ target: { value } }) => fetch(`/choose?${new URLSearchParams({ [name]: value })}`, { method: 'POST' }))
}

// The server draws first what is looked at: a document, and the pages of the brief that are in sight.

let looked = 'brief'
let sightTimer = 0

function tellSight () {
  clearTimeout(sightTimer)
  sightTimer = setTimeout(() => {
    const pages = [...document.querySelectorAll('#brief img')].filter(img => img.inSight).map(img => img.number)
    fetch(`/look?document=${looked}&pages=${pages.join()}`, { method: 'POST' })
  }, 100)
}

for (const doc of ['brief', 'slides']) {
  resized.observe(at(doc))
  const look = () => {
    if (looked === doc) return
    looked = doc
    tellSight()
  }
  for (const event of ['pointerdown', 'focusin', 'wheel']) at(`${doc}-part`).addEventListener(event, look, { passive: true })
}

tellSetting()
follow()
