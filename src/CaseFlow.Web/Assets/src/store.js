// What a phone keeps: boxes in IndexedDB, each encrypted with AES-GCM under a key of the person who is signed in. The key is made here,
// cannot be read out by a script, and goes at sign-out. See docs/decisions/0015-what-a-phone-keeps.md.
const wait = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result)
  request.onerror = () => failed(request.error)
})

let database
const open = () => (database ??= new Promise((done, failed) => {
  const request = indexedDB.open('caseflow', 1)
  request.onupgradeneeded = () => ['keys', 'boxes'].forEach((name) => request.result.createObjectStore(name))
  request.onsuccess = () => done(request.result)
  request.onerror = () => failed(request.error)
}))

const table = async (name, mode) => (await open()).transaction(name, mode).objectStore(name)

/** Whether this browser can keep anything safely: over HTTPS or on this machine only. */
export const canKeep = () => isSecureContext && !!globalThis.crypto?.subtle && !!globalThis.indexedDB

const keyOf = async (person) => {
  const known = await wait((await table('keys', 'readonly')).get(person))
  if (known) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const keys = await table('keys', 'readwrite')
  // Another tab may have been first: the one that stands is the key.
  try {
    await wait(keys.add(made, person))
    return made
  } catch {
    return wait((await table('keys', 'readonly')).get(person))
  }
}

/** The person whose phone this is at present; null after sign-out. */
export const currentPerson = async () => (await wait((await table('keys', 'readonly')).get('current'))) ?? null

export const setPerson = async (person) => wait((await table('keys', 'readwrite')).put(person, 'current'))

/** Keeps a value under a name, encrypted for the person; the name is bound to it, so that boxes cannot be exchanged. */
export const keep = async (person, name, value) => {
  const id = `${person}/${name}`
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }, await keyOf(person), plain)
  await wait((await table('boxes', 'readwrite')).put({ iv, data }, id))
}

const unlock = async (person, id, box) => {
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.iv, additionalData: new TextEncoder().encode(id) }, await keyOf(person), box.data)
    return JSON.parse(new TextDecoder().decode(plain))
  } catch {
    return null
  }
}

export const read = async (person, name) => {
  const id = `${person}/${name}`
  const box = await wait((await table('boxes', 'readonly')).get(id))
  return box ? unlock(person, id, box) : null
}

/** Everything of the person whose name begins so, as pairs of name and value. */
export const readAll = async (person, begin) => {
  const from = `${person}/${begin}`
  const range = IDBKeyRange.bound(from, `${from}\uffff`)
  const boxes = await table('boxes', 'readonly')
  const [ids, values] = await Promise.all([wait(boxes.getAllKeys(range)), wait(boxes.getAll(range))])
  const all = await Promise.all(ids.map(async (id, i) => [id.slice(person.length + 1), await unlock(person, id, values[i])]))
  return all.filter(([, value]) => value !== null)
}

export const drop = async (person, name) => wait((await table('boxes', 'readwrite')).delete(`${person}/${name}`))

/** Forgets all of a person, the key first: what is left without it nobody can read. */
export const wipe = async (person) => {
  const keys = await table('keys', 'readwrite')
  await Promise.all([wait(keys.delete(person)), wait(keys.delete('current'))])
  await wait((await table('boxes', 'readwrite')).delete(IDBKeyRange.bound(`${person}/`, `${person}/\uffff`)))
}
