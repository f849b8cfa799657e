// One panel of a chart as SVG, without a browser. Java hands over the page's data and measures the words.
const ntkHeadless = (data, measure) => {
  const page = JSON.parse(data);
  vega.textMetrics.width = (item, text) => measure(String(text), item.fontSize ?? 11, /^(bold|[6-9]00)$/.test(String(item.fontWeight)));

  return (chartName, panelNumber, choices, title, legend, width) => {
    const chart = page.charts.find(({name}) => name === chartName);
    const panel = chart.panels[panelNumber];
    const spec = ntkCharts.specification(chart, panel, {...page.selection, ...JSON.parse(choices)});
    const compiled = vegaLite.compile({...spec, title: {text: title, subtitle: legend}, width, autosize: {type: 'fit-x', contains: 'padding'}, config: page.theme});
    const own = ntkCharts.withRows(compiled.spec, ntkCharts.rows(chart, panel, page));
    const result = {svg: '', problem: ''};
    new vega.View(vega.parse(own), {renderer: 'none', logLevel: vega.Error})
      .toSVG()
      .then(svg => { result.svg = svg; }, error => { result.problem = String(error.stack ?? error); });
    return result;
  };
};
