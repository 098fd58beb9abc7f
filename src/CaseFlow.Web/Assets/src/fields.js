// The visit form as a body of the API, and back into its fields; the page of a task and the page without a line have the same fields.
const headings = { study: 'study', life: 'dailyLife', mood: 'mood', friends: 'friends', health: 'health' }

const named = (form) => [...form.elements].filter((e) => e.name && !e.name.startsWith('_') && e.name !== 'do' && e.type !== 'hidden' && e.type !== 'submit')

/** All that is typed or chosen, by field; what is empty is left out. */
export const typedIn = (form) =>
  Object.fromEntries(named(form).filter((e) => (e.type !== 'radio' && e.type !== 'checkbox') || e.checked).filter((e) => e.value !== '').map((e) => [e.name, e.value]))

/** Puts back what was typed before. */
export const putBack = (form, typed) => {
  for (const field of named(form)) {
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.name in typed ? typed[field.name] === field.value : field.checked
    else if (field.name in typed) field.value = typed[field.name]
    if (field.name in typed && field.value) field.closest('details')?.setAttribute('open', '')
  }
}

export const bodyOf = (typed) => {
  const said = Object.fromEntries(Object.keys(headings).filter((h) => typed[h]?.trim()).map((h) => [headings[h], typed[h].trim()]))
  const seen = [1, 2, 3].filter((i) => typed[`seen-${i}`]).map((i) => ({ kind: typed[`seen-${i}`], severity: Number(typed[`severity-${i}`] ?? 1) }))
  return {
    on: typed.on,
    reached: typed.reached !== 'no',
    ...(typed.note?.trim() && { note: typed.note.trim() }),
    ...(Object.keys(said).length > 0 && { headings: said }),
    ...(typed.confidential && { confidential: true }),
    ...(seen.length > 0 && { seen })
  }
}
