// A visit form keeps itself as it is typed. Where the browser can encrypt it does; on a plain HTTP address it cannot, and then only what was
// typed into this one form is kept, until it is sent, at sign-out, and for a week at most.
import { canKeep, drop, keep, read } from './store.js'

const week = 7 * 24 * 3600 * 1000
const plain = 'caseflow-draft/'

export const save = async (person, task, typed) => {
  if (canKeep()) return keep(person, `draft/${task}`, typed)
  localStorage.setItem(plain + task, JSON.stringify({ person, typed, until: Date.now() + week }))
}

export const load = async (person, task) => {
  if (canKeep()) return read(person, `draft/${task}`)
  const text = localStorage.getItem(plain + task)
  const kept = text ? JSON.parse(text) : null
  return kept?.person === person ? kept.typed : null
}

export const clear = async (person, task) => {
  if (canKeep()) return drop(person, `draft/${task}`)
  localStorage.removeItem(plain + task)
}

/** Forgets what is too old; with 'all', everything that was kept unencrypted. */
export const sweep = (all) => {
  for (const key of Object.keys(localStorage).filter((k) => k.startsWith(plain))) {
    if (all || !(JSON.parse(localStorage.getItem(key)).until > Date.now())) localStorage.removeItem(key)
  }
}
