// Forms on their way: each is kept until the program has acknowledged it, and carries one idempotency key for all attempts, so that an answer
// that was lost on the way does no harm. What the program refuses stays, with the reason, until the person has seen to it.
import { drop, keep, read, readAll } from './store.js'

const prefix = 'form/'

/** Keeps a form to be sent. */
export const put = async (person, task, title, body) => {
  const id = crypto.randomUUID()
  await keep(person, prefix + id, { id, task, title, body, at: new Date().toISOString(), refused: null })
  return id
}

export const waiting = async (person) => (await readAll(person, prefix)).map(([, form]) => form).sort((a, b) => (a.at < b.at ? -1 : 1))

export const discard = (person, id) => drop(person, prefix + id)

/** Takes a refused form up again as a new one: it was not carried out, so it gets a new key. */
export const again = async (person, form) => {
  await put(person, form.task, form.title, form.body)
  await discard(person, form.id)
}

const attempt = async (person, form) => {
  let answer
  try {
    answer = await fetch(`/api/v1/tasks/${form.task}/complete`, {
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'error',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': form.id, 'Accept-Language': document.documentElement.lang },
      body: JSON.stringify(form.body)
    })
  } catch {
    return 'no-line'
  }
  if (answer.ok) {
    await discard(person, form.id)
    return 'sent'
  }
  // Not signed in, too many at once, or the program in trouble: the same form may be taken later.
  if (answer.status === 401) return 'sign-in'
  if (answer.status === 429 || answer.status >= 500) return 'no-line'
  const problem = await answer.json().catch(() => ({}))
  if (problem.id === 'service.busy') return 'no-line'
  await keep(person, prefix + form.id, { ...form, refused: { status: answer.status, words: problem.detail ?? problem.title ?? `${answer.status}` } })
  return 'refused'
}

const sendNow = async (person) => {
  const done = { sent: 0, refused: 0, stopped: null }
  for (const { id } of (await waiting(person)).filter((f) => !f.refused)) {
    const form = await read(person, prefix + id)
    if (!form || form.refused) continue
    const result = await attempt(person, form)
    if (result === 'sent' || result === 'refused') done[result]++
    else {
      done.stopped = result
      break
    }
  }
  return done
}

/** Sends what waits, one tab at a time. */
export const send = (person) => (navigator.locks ? navigator.locks.request('caseflow-outbox', () => sendNow(person)) : sendNow(person))
