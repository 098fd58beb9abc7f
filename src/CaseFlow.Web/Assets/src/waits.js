// Shows how far long work has come, and the page anew when it is done. Without script there is a link.
const every = 3000

const look = async () => {
  try {
    const answer = await fetch(location.href)
    const now = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#waits')
    if (!now) return location.reload()
    const place = document.querySelector('#waits')
    if (place.innerHTML !== now.innerHTML) place.innerHTML = now.innerHTML
  } catch {
    // No line just now: look again.
  }
  setTimeout(look, every)
}

setTimeout(look, every)
