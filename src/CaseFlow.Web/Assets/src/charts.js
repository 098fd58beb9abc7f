// Draws the charts of a page. Each stands in the page with its figures as a table; this script puts a picture above the table.
// The description is in the attribute data-chart (Components/Charts); words and colours come from there and here alone.
import { use, init } from 'echarts/core'
import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, CalendarComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components'
import { CanvasRenderer } from 'echarts/renderers'
import { optionOf } from './option.js'
import { daysOf } from './days.js'
import { eventsOf } from './events.js'

use([
  BarChart, HeatmapChart, LineChart, ScatterChart, AriaComponent, CalendarComponent, GridComponent, LegendComponent, MarkAreaComponent,
  MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent, CanvasRenderer,
])

const drawn = { days: daysOf, events: eventsOf }

for (const place of document.querySelectorAll('[data-chart]')) {
  const description = JSON.parse(place.dataset.chart)
  place.classList.add('drawn')
  if (description.kind === 'lying-bars') place.style.height = `${description.labels.length * description.series.length * 20 + 80}px`
  const chart = init(place, null, { renderer: 'canvas', locale: document.documentElement.lang.startsWith('zh') ? 'ZH' : 'EN' })
  const draw = () => chart.setOption((drawn[description.kind] ?? optionOf)(description, place.clientWidth, getComputedStyle(place).fontFamily), true)
  draw()
  place.dataset.state = 'drawn'
  // What is drawn leads where the same figure in the table leads.
  chart.on('click', ({ data }) => data?.address && location.assign(data.address))
  new ResizeObserver(() => {
    chart.resize()
    draw()
  }).observe(place)
}
