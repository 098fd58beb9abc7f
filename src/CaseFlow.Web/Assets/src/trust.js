// Says whether this browser really trusts the address: behind a warning that was clicked away it lets no page work without a line.
const result = document.getElementById('trust-checked')

const check = async () => {
  try {
    await navigator.serviceWorker.register('/sw.js')
    return 'trusted'
  } catch {
    return 'untrusted'
  }
}

const found = isSecureContext && navigator.serviceWorker ? await check() : 'unable'
result.textContent = result.dataset[found]
result.dataset.state = found
result.hidden = false
