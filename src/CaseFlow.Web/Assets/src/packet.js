// What a person takes along: the tasks of the week with their contact cards. Fetched while there is a line, gone after its last day.
import { drop, keep, read } from './store.js'

const name = 'packet'
const day = 24 * 3600 * 1000

/** The day at the school: the one of the packet, moved on by the nights since it was fetched. */
export const today = (packet) => {
  const night = (ms) => Math.floor((ms - new Date(ms).getTimezoneOffset() * 60000) / day)
  return new Date(Date.parse(packet.today) + (night(Date.now()) - night(packet.fetched)) * day).toISOString().slice(0, 10)
}

/** Fetches it anew; leaves the one that is there where there is no line. */
export const refresh = async (person) => {
  try {
    const answer = await fetch('/api/v1/me/field', { credentials: 'same-origin', redirect: 'error', headers: { 'Accept-Language': document.documentElement.lang } })
    if (answer.status === 403) await drop(person, name)
    if (!answer.ok) return
    const packet = await answer.json()
    if (packet.person === person) await keep(person, name, { ...packet, fetched: Date.now() })
  } catch {
    // No line: what is here stays until its last day.
  }
}

/** The packet; null where there is none or its last day is over. */
export const current = async (person) => {
  const packet = await read(person, name)
  if (packet && Date.now() > packet.fetched + packet.keepDays * day) {
    await drop(person, name)
    return null
  }
  return packet
}
