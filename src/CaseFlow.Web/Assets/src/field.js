// On every page of a person who is signed in: what the phone keeps for the way (docs/decisions/0015-what-a-phone-keeps.md). Without this
// script, and on addresses where browsers forbid it, every page works as a page.
import { run, shelve } from './away.js'
import { sweep } from './draft.js'
import { send, waiting } from './outbox.js'
import { refresh } from './packet.js'
import { canKeep, currentPerson, setPerson, wipe } from './store.js'
import { attach, settlePlain } from './visit.js'

const who = document.querySelector('[data-person]')?.dataset
const signedIn = who?.person
const away = document.getElementById('away')
sweep(false)

/** Signing out empties the phone; what was not sent is asked about first. */
const wipeAtSignOut = (person) => {
  const form = document.querySelector('form[action="/sign-out"]')
  form?.addEventListener('submit', async (e) => {
    sweep(true)
    if (!canKeep()) return
    e.preventDefault()
    const unsent = await waiting(person)
    if (unsent.length > 0 && !confirm(who.unsent.replace('{0}', unsent.length))) return
    await wipe(person)
    form.submit()
  })
}

const begin = async () => {
  if (signedIn) wipeAtSignOut(signedIn)
  if (!canKeep()) {
    if (away) away.querySelector('#plain').hidden = false
    if (signedIn) await settlePlain(signedIn)
  } else if (signedIn) {
    await setPerson(signedIn)
    navigator.serviceWorker?.register('/sw.js').then(shelve).catch(() => {})
    await send(signedIn)
    if (location.pathname === '/tasks') await refresh(signedIn)
    const left = await waiting(signedIn)
    const status = document.getElementById('field-status')
    if (status && left.length > 0) {
      status.querySelector('[data-count]').textContent = left.length
      status.hidden = false
    }
  }
  for (const place of document.querySelectorAll('[data-visit]')) await attach(place, signedIn)
  if (away && canKeep()) await run(away, await currentPerson())
  document.documentElement.dataset.field = 'ready'
}

await begin()
