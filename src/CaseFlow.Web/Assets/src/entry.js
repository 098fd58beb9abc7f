// The entry of a visit sheet: Enter goes on to the next question, Ctrl and Enter send. Without this script Tab goes on, and the button sends.
const form = document.querySelector('[data-entry] form')

form?.addEventListener('keydown', (e) => {
  if (e.key !== 'Enter' || e.isComposing || e.shiftKey || e.altKey || e.metaKey || e.target.type === 'submit') return
  e.preventDefault()
  const fields = [...form.elements].filter((f) => f.type !== 'hidden' && !f.disabled)
  const send = fields.at(-1)
  if (e.ctrlKey) form.requestSubmit(send)
  else fields[fields.indexOf(e.target) + 1]?.focus()
})
