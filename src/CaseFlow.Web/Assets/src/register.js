// The register of a class by keyboard: up and down go from pupil to pupil, 1 to 5 mark and go on, letters jump to initials, Enter saves.
// The keys work while the register has the focus and nowhere else. Without this script the page is a form of radio buttons, and saves the same.

/** Which line the letters typed so far lead to: the first from the present one on (from the next, where one letter begins anew). */
const findLine = (initials, typed, current) => {
  const from = typed.length > 1 ? current : current + 1
  const places = initials.map((_, i) => (from + i) % initials.length)
  return places.find((i) => initials[i].startsWith(typed)) ?? -1
}

const attach = (register) => {
  const lines = [...register.children]
  const initials = lines.map((line) => line.dataset.initials)
  const choices = lines.map((line) => [...line.querySelectorAll('input[type=radio]')])
  const tally = document.getElementById('tally')
  let current = 0
  let typed = ''

  const go = (to) => {
    lines[current].classList.remove('current')
    current = Math.min(Math.max(to, 0), lines.length - 1)
    lines[current].classList.add('current')
    const chosen = choices[current].find((c) => c.checked) ?? choices[current][0]
    chosen.focus()
    lines[current].scrollIntoView({ block: 'nearest' })
  }

  const count = () => {
    const marked = choices.flatMap((c) => c.slice(1).filter((choice) => choice.checked))
    const kinds = Map.groupBy ? Map.groupBy(marked, (c) => c.value) : marked.reduce((m, c) => m.set(c.value, [...(m.get(c.value) ?? []), c]), new Map())
    const said = [...kinds.values()].map((of) => `${of[0].nextElementSibling.textContent} ${of.length}`)
    tally.textContent = said.length > 0 ? `${register.dataset.marked}: ${said.join(' · ')}` : ''
  }

  register.addEventListener('focusin', (e) => {
    const at = lines.findIndex((line) => line.contains(e.target))
    if (at >= 0 && at !== current) {
      lines[current].classList.remove('current')
      current = at
      lines[current].classList.add('current')
    }
  })
  register.addEventListener('change', count)
  register.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey) return
    const steps = { ArrowDown: 1, ArrowUp: -1, Home: -lines.length, End: lines.length }
    const mark = choices[current][Number.parseInt(e.key, 10) - 1]
    if (e.key in steps) {
      typed = ''
      go(current + steps[e.key])
    } else if (mark && e.key.length === 1) {
      typed = ''
      mark.checked = true
      count()
      go(current + 1)
    } else if (/^[a-z]$/i.test(e.key)) {
      const letter = e.key.toLowerCase()
      const further = typed ? findLine(initials, typed + letter, current) : -1
      typed = further >= 0 ? typed + letter : letter
      const found = further >= 0 ? further : findLine(initials, letter, current)
      if (found >= 0) go(found)
      else typed = ''
    } else {
      return
    }
    e.preventDefault()
  })
  count()
  if (matchMedia('(hover: hover)').matches) go(0)
}

for (const register of document.querySelectorAll('[data-register]')) if (register.children.length > 0) attach(register)
