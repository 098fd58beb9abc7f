// What happened, in lanes over one axis of time; the heavier, the larger.
import { colours, frameOf, ink, line, quiet } from './option.js'

const colourOf = lane => [colours.second, colours.wrong, colours.third, colours.first][lane % 4]

export function eventsOf(description, width, fontFamily) {
  const narrow = width < 480
  return {
    ...frameOf(description, narrow, fontFamily),
    grid: { left: 4, right: narrow ? 12 : 24, top: 12, bottom: 4, containLabel: true },
    tooltip: { renderMode: 'richText', confine: true, formatter: ({ value: [on, , , words] }) => `${on}\n${words}` },
    xAxis: {
      type: 'time',
      min: description.from,
      max: description.to,
      axisLabel: { color: ink, hideOverlap: true, formatter: { year: '{yyyy}', month: '{yyyy}-{MM}', day: '{MM}-{dd}' } },
      axisLine: { lineStyle: { color: quiet } },
      splitLine: { show: true, lineStyle: { color: line } },
    },
    yAxis: {
      type: 'category',
      data: description.lanes,
      inverse: true,
      axisLabel: { color: ink, interval: 0, width: Math.round(width * 0.26), overflow: 'break' },
      axisTick: { show: false },
      axisLine: { show: false },
      splitLine: { show: true, lineStyle: { color: line } },
    },
    series: {
      type: 'scatter',
      symbolSize: ([, , weight]) => 6 + weight * 4,
      itemStyle: { opacity: 0.8, borderColor: '#fff' },
      data: description.events.map(({ on, lane, weight, words, address }) => ({
        value: [on, lane, weight, words],
        address,
        symbol: ['circle', 'diamond', 'triangle', 'rect'][lane % 4],
        itemStyle: { color: colourOf(lane) },
      })),
    },
  }
}
