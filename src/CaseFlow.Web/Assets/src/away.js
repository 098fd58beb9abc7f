// The page without a line: what is on the phone, forms to fill in, and what is on its way. It holds nothing but words and templates itself;
// everything personal comes decrypted out of the store. Texts go in as text, never as markup.
import * as draft from './draft.js'
import { bodyOf, putBack, typedIn } from './fields.js'
import * as outbox from './outbox.js'
import * as packet from './packet.js'

const shelf = 'caseflow-away'

/** Puts the page and the files that it needs where the service worker finds them; no name of anybody is in them. */
export const shelve = async () => {
  const lang = document.documentElement.lang
  const page = await fetch('/away', { credentials: 'omit', headers: { 'Accept-Language': lang } })
  if (!page.ok) return
  const files = [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src*="/field.js"]')].map((e) => e.getAttribute('href') ?? e.getAttribute('src'))
  const cache = await caches.open(shelf)
  for (const old of await cache.keys()) if (!files.includes(old.url.slice(location.origin.length))) await cache.delete(old)
  await cache.addAll([...files, '/icon.svg'])
  await cache.put('/away', page)
  document.documentElement.dataset.shelved = 'yes'
}

const fill = (template, values) => {
  const part = document.getElementById(template).content.cloneNode(true)
  for (const place of part.querySelectorAll('[data-of]')) {
    const value = values[place.dataset.of]
    if (value === undefined || value === null || value === '') place.remove()
    else if (place.tagName === 'A') {
      place.textContent = value
      place.href = (place.dataset.begin ?? '') + value
    } else place.textContent = value
  }
  return part
}

const attachForm = async (card, person, task, day, show) => {
  const form = card.querySelector('form')
  form.elements.on.value = day
  for (const part of form.querySelectorAll('[data-only]')) if (!task[part.dataset.only]) part.remove()
  const id = `${task.child}/${task.no}`
  const before = await draft.load(person, id)
  if (before) putBack(form, before)
  let last = Promise.resolve()
  form.addEventListener('input', () => {
    last = last.then(() => draft.save(person, id, typedIn(form))).then(() => { form.dataset.kept = 'yes' })
  })
  form.addEventListener('submit', async (e) => {
    e.preventDefault()
    if (form.dataset.sending) return
    form.dataset.sending = 'yes'
    await last
    await outbox.put(person, id, `${task.title} · ${task.name}`, bodyOf(typedIn(form)))
    await draft.clear(person, id)
    await show()
  })
}

export const run = async (page, person) => {
  const state = page.querySelector('#state')
  if (!person) {
    page.querySelector('#nobody').hidden = false
    page.dataset.state = 'shown'
    return
  }
  const list = page.querySelector('#taken')
  const unsent = page.querySelector('#unsent')

  const show = async () => {
    const done = await outbox.send(person)
    if (!done.stopped) await packet.refresh(person)
    const [taken, forms] = [await packet.current(person), await outbox.waiting(person)]
    state.textContent = [
      done.sent > 0 && page.dataset.sent.replace('{0}', done.sent),
      forms.some((f) => !f.refused) && (done.stopped === 'sign-in' ? page.dataset.signIn : page.dataset.noLine),
      !taken && page.dataset.nothing
    ].filter(Boolean).join(' ')
    page.querySelector('#sign-in').hidden = done.stopped !== 'sign-in'
    unsent.replaceChildren(...forms.map((form) => {
      const part = fill(form.refused ? 't-refused' : 't-waiting', { title: form.title, why: form.refused?.words, kept: textOf(form.body), at: new Date(form.at).toLocaleString(document.documentElement.lang) })
      part.querySelector('[data-do=again]')?.addEventListener('click', () => outbox.again(person, form).then(show))
      part.querySelector('[data-do=discard]')?.addEventListener('click', () => { if (confirm(page.dataset.sure)) outbox.discard(person, form.id).then(show) })
      const child = part.querySelector('[data-child]')
      if (child) child.href = `/children/${form.task.split('/')[0]}`
      return part
    }))
    const kept = new Set(forms.map((f) => f.task))
    const cards = []
    for (const task of taken?.tasks ?? []) {
      const id = `${task.child}/${task.no}`
      if (kept.has(id)) continue
      const part = fill('t-task', task)
      const card = part.firstElementChild
      card.dataset.task = id
      if (location.pathname === `/tasks/${id}`) card.open = true
      card.querySelector('[data-people]').append(...task.people.map((p) => fill('t-person', p)))
      await attachForm(card, person, task, packet.today(taken), show)
      cards.push(card)
    }
    list.replaceChildren(...cards)
    page.dataset.state = 'shown'
  }

  const textOf = (body) => [body.on, body.note, ...Object.values(body.headings ?? {}), ...(body.seen ?? []).map((s) => `${s.kind} ${s.severity}`)].filter(Boolean).join('\n')

  page.querySelector('#send-now').addEventListener('click', show)
  addEventListener('online', show)
  await show()
}
