// Panels of charts as SVG, without a browser. Java hands over the page's data and measures the words.
const ntkHeadless = (data, measure) => {
  const DRAWN_AT = 640; // the width that heights of charts are meant for
  const page = JSON.parse(data);
  const views = new Map(); // of the chart drawn last: its panels often differ in rows and choices alone
  let last = '';
  vega.textMetrics.width = (item, text) => measure(String(text), item.fontSize ?? 11, /^(bold|[6-9]00)$/.test(String(item.fontWeight)));

  function begun(spec, own, width, fontSize) {
    const height = Math.max(14 * fontSize, Math.round(spec.height * width / DRAWN_AT));
    const compiled = vegaLite.compile({...spec, width, height, autosize: {type: 'fit-x', contains: 'padding'}, config: page.theme});
    return new vega.View(vega.parse(ntkCharts.withRows(compiled.spec, own, width)), {renderer: 'none', logLevel: vega.Error});
  }

  function changed(view, chart, spec, own) {
    for (const {name, value} of spec.params) view.signal(name, value);
    if (chart.filters.length) view.data('estimates', own);
    return view.resize();
  }

  return (chartName, panelNumber, choices, width, fontSize) => {
    const chart = page.charts.find(({name}) => name === chartName);
    const panel = chart.panels[panelNumber];
    const selection = {...page.selection, ...JSON.parse(choices)};
    const own = ntkCharts.rows(chart, panel, selection, page);
    const columns = Math.max(2, Math.floor(width / (6.25 * fontSize)));
    const signals = {...ntkCharts.signals(chart, panel, selection, page, own, columns), marks: ntkCharts.marks(chart, own, columns)};
    const spec = ntkCharts.specification(panel, signals);
    if (chartName !== last) views.clear();
    last = chartName;
    const key = JSON.stringify([panel.spec, width, fontSize]);
    views.set(key, views.has(key) ? changed(views.get(key), chart, spec, own) : begun(spec, own, width, fontSize));
    const result = {svg: '', problem: ''};
    views.get(key)
      .toSVG()
      .then(svg => { result.svg = ntkCharts.typesetAll(svg); }, error => { result.problem = String(error.stack ?? error); });
    return result;
  };
};
