// Days as squares of a calendar, a week a column: a colour and a sign for what a day was.
import { frameOf, ink, line } from './option.js'

const fills = { plain: '#dbe9e4', quiet: '#b9cbe0', warning: '#f0bd74', wrong: '#a4161a' }
const most = 26

export function daysOf(description, width, fontFamily) {
  const narrow = width < 480
  const [from, to] = [new Date(description.from), new Date(description.to)]
  const weeks = Math.ceil((to - from) / 6048e5) + 1
  const side = Math.min(most, Math.floor((width - 40) / weeks))
  const chinese = document.documentElement.lang.startsWith('zh')
  return {
    ...frameOf(description, narrow, fontFamily),
    tooltip: { renderMode: 'richText', confine: true, formatter: ({ value: [on, meaning] }) => `${on} ${description.meanings[meaning].name}` },
    visualMap: {
      type: 'piecewise',
      orient: 'horizontal',
      left: 0,
      top: 0,
      itemGap: narrow ? 6 : 12,
      selectedMode: false,
      textStyle: { color: ink },
      pieces: description.meanings.map(({ name, sign, colour }, value) => ({ value, label: `${sign} ${name}`.trim(), color: fills[colour] })),
    },
    calendar: {
      left: 30,
      top: narrow ? 70 : 56,
      cellSize: [side, side],
      range: [description.from, description.to],
      itemStyle: { color: '#fff', borderColor: line },
      splitLine: { lineStyle: { color: ink, width: 1 } },
      yearLabel: { show: false },
      monthLabel: { color: ink, nameMap: chinese ? 'ZH' : 'EN' },
      dayLabel: { color: ink, firstDay: 1, nameMap: chinese ? 'ZH' : 'EN', fontSize: Math.min(12, side) },
    },
    series: {
      type: 'heatmap',
      coordinateSystem: 'calendar',
      data: description.days.map(({ on, meaning, address }) => ({
        value: [on, meaning],
        address,
        label: { show: side > 9, formatter: description.meanings[meaning].sign, color: description.meanings[meaning].colour === 'wrong' ? '#fff' : ink, fontSize: Math.min(13, side - 2) },
      })),
    },
  }
}
