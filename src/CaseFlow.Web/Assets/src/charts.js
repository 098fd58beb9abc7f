// Draws the charts of a page. Each stands in the page with its figures as a table; this script puts a picture above the table.
// The description is in the attribute data-chart (Components/Chart/ChartDescription.cs); words and colours come from there and here alone.
import { use, init } from 'echarts/core'
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { CanvasRenderer } from 'echarts/renderers'
import { optionOf } from './option.js'

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer])

for (const place of document.querySelectorAll('[data-chart]')) {
  const description = JSON.parse(place.dataset.chart)
  place.classList.add('drawn')
  if (description.kind === 'lying-bars') place.style.height = `${description.labels.length * description.series.length * 20 + 80}px`
  const chart = init(place, null, { renderer: 'canvas', locale: document.documentElement.lang.startsWith('zh') ? 'ZH' : 'EN' })
  const draw = () => chart.setOption(optionOf(description, place.clientWidth, getComputedStyle(place).fontFamily), true)
  draw()
  place.dataset.state = 'drawn'
  new ResizeObserver(() => {
    chart.resize()
    draw()
  }).observe(place)
}
