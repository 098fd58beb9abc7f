// From a description of ours to the option of the library.

// Each has 4.5:1 or more against white.
export const colours = { first: '#14584f', second: '#b35900', third: '#155e8a', wrong: '#a4161a' }
export const quiet = '#55625f'
export const ink = '#1c2524'
export const line = '#d8dedb'

// What all pictures have in common.
export const frameOf = (description, narrow, fontFamily) => ({
  textStyle: { fontFamily, fontSize: narrow ? 11 : 13, color: ink },
  animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  animationDuration: 250,
  aria: { enabled: true, label: { description: description.summary } },
})

export function optionOf(description, width, fontFamily) {
  const narrow = width < 480
  const lying = description.kind === 'lying-bars'
  const categories = {
    type: 'category',
    data: description.labels,
    inverse: lying,
    axisLabel: { color: ink, hideOverlap: !lying, interval: lying ? 0 : 'auto', width: lying ? Math.round(width * 0.34) : undefined, overflow: 'break' },
    axisLine: { lineStyle: { color: quiet } },
    axisTick: { show: false },
  }
  const values = {
    type: 'value',
    minInterval: 1,
    // A limit that nothing reaches is still to be seen.
    max: description.most ?? (description.limit ? shown => Math.max(shown.max, Math.ceil(description.limit.value * 1.1)) : undefined),
    name: lying ? undefined : description.unit,
    nameTextStyle: { color: quiet, align: 'left' },
    axisLabel: { color: ink },
    splitLine: { lineStyle: { color: line } },
  }
  return {
    ...frameOf(description, narrow, fontFamily),
    grid: { left: 4, right: narrow ? 8 : 20, top: lying ? 40 : 64, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemGap: narrow ? 8 : 16, textStyle: { color: ink }, data: description.series.map(s => s.name) },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, axisPointer: { type: description.kind === 'lines' ? 'line' : 'shadow' } },
    xAxis: lying ? values : categories,
    yAxis: lying ? categories : values,
    series: description.series.map((series, i) => seriesOf(description, series, i, narrow)),
  }
}

function seriesOf(description, series, place, narrow) {
  const colour = colours[series.colour]
  const shown = {
    name: series.name,
    data: series.values.map((value, i) => ({ value, address: series.addresses?.[i] })),
    cursor: series.addresses ? 'pointer' : 'default',
    type: description.kind === 'lines' ? 'line' : 'bar',
    color: colour,
    symbol: ['circle', 'rect', 'triangle'][place % 3],
    symbolSize: 7,
    lineStyle: { width: 2, type: place === 0 ? 'solid' : 'dashed' },
    barMaxWidth: 28,
    // Two bars side by side are told apart without their colours too.
    itemStyle: description.kind !== 'lines' && place % 2 === 1 ? { decal: { symbol: 'rect', color: '#ffffff66', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4 } } : undefined,
  }
  if (place === 0 && description.limit) {
    shown.markLine = {
      symbol: 'none',
      silent: true,
      lineStyle: { color: colours.wrong, type: 'dashed', width: 2 },
      label: { position: 'insideEndTop', color: colours.wrong, formatter: description.limit.name },
      data: [{ [description.kind === 'lying-bars' ? 'xAxis' : 'yAxis']: description.limit.value }],
    }
  }
  if (place === 0 && description.band) {
    shown.markArea = {
      silent: true,
      itemStyle: { color: line, opacity: 0.7 },
      label: { position: 'insideTopLeft', color: quiet, formatter: description.band.name },
      data: [[{ yAxis: description.band.from }, { yAxis: description.band.to }]],
    }
  }
  return shown
}
