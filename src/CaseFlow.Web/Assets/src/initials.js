// The pinyin initials of a Chinese name, from the browser's own pinyin order: a character belongs to the last letter whose first
// character does not come after it. Surnames that are read otherwise than the character alone stand in a list.
const order = new Intl.Collator('zh-u-co-pinyin')
const letters = 'abcdefghjklmnopqrstwxyz'
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫帀'
const surnames = { 曾: 'z', 单: 's', 解: 'x', 仇: 'q', 查: 'z', 盖: 'g', 朴: 'p', 翟: 'z', 区: 'o', 任: 'r', 华: 'h', 覃: 'q', 尉: 'y', 乐: 'y', 召: 's', 种: 'c', 缪: 'm' }

const letterOf = (character) => {
  if (/[a-z]/i.test(character)) return character.toLowerCase()
  if (!/\p{Script=Han}/u.test(character)) return ''
  let letter = ''
  for (let i = 0; i < letters.length && order.compare(firsts[i], character) <= 0; i++) letter = letters[i]
  return letter
}

/** 王小明 gives wxm; a name in Latin letters gives the first letter of each word. */
export const initialsOf = (name) =>
  name.trim().split(/\s+/u).flatMap((word) => (/^[a-z]/i.test(word) ? [word[0]] : [...word])).map((c, i) => (i === 0 && surnames[c]) || letterOf(c)).join('')
