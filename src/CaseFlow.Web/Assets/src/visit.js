// The form of a task on its page: kept as it is typed, sent through the outbox where the browser has one.
import { clear, load, save } from './draft.js'
import { bodyOf, putBack, typedIn } from './fields.js'
import { discard, put, send, waiting } from './outbox.js'
import { canKeep } from './store.js'

const sentKey = 'caseflow-sending'

/** Where a form went by the plain way: the page after it says whether it was taken. */
export const settlePlain = async (person) => {
  const task = sessionStorage.getItem(sentKey)
  if (!task) return
  sessionStorage.removeItem(sentKey)
  if (!document.getElementById('refusal') && location.pathname === '/tasks') await clear(person, task)
}

export const attach = async (place, person) => {
  const form = place.querySelector('form')
  const task = place.dataset.visit
  if (!document.getElementById('refusal')) {
    const before = await load(person, task)
    if (before && Object.keys(before).length > 0) {
      putBack(form, before)
      place.querySelector('[data-restored]').hidden = false
    }
  }
  let last = Promise.resolve()
  form.addEventListener('input', () => {
    const typed = typedIn(form)
    last = last.then(() => save(person, task, typed))
    last.then(() => { form.dataset.kept = 'yes' })
  })
  form.addEventListener('submit', async (e) => {
    if (!canKeep()) {
      sessionStorage.setItem(sentKey, task)
      return
    }
    e.preventDefault()
    if (form.dataset.sending) return
    form.dataset.sending = 'yes'
    await last
    const typed = typedIn(form)
    await save(person, task, typed)
    const id = await put(person, task, place.dataset.title, bodyOf(typed))
    const done = await send(person)
    const left = (await waiting(person)).find((f) => f.id === id)
    if (left?.refused) {
      // The page itself says why, with everything that was typed.
      await discard(person, id)
      form.submit()
      return
    }
    await clear(person, task)
    location.assign(!left ? '/tasks' : done.stopped === 'sign-in' ? '/sign-in?back=%2Faway' : '/away')
  })
  place.dataset.ready = 'yes'
}
