// Draws the charts and keeps them at what is chosen.
(() => {
  const MANY_ROWS = 1500; // from here on a canvas is faster than SVG
  const page = JSON.parse(document.getElementById('page-data').textContent);
  const selection = page.selection;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  let printing = false;
  const panels = page.charts.flatMap(chart => chart.panels.map(panel => ({chart, panel})));

  function theme() {
    return dark.matches && !printing ? 'dark' : 'light';
  }

  function container({chart, panel}) {
    const box = document.createElement('div');
    box.className = 'panel';
    document.querySelector(`#${chart.name} .panels`).append(box);
    return box;
  }

  async function draw(place) {
    const {chart, panel} = place;
    const own = ntkCharts.rows(chart, panel, page);
    const fitting = {...selection, legend_columns: Math.max(4, Math.floor(place.box.clientWidth / 75))};
    const shown = await vegaEmbed(place.box, ntkCharts.specification(chart, panel, fitting), {
      mode: 'vega-lite',
      renderer: own.length > MANY_ROWS ? 'canvas' : 'svg',
      config: page.themes[theme()],
      patch: spec => ntkCharts.withRows(spec, own),
      actions: {export: true, source: false, compiled: false, editor: false},
      downloadFileName: [chart.name, ...panel.title.split(/\W+/)].filter(Boolean).join('-'),
      scaleFactor: {png: 2},
      logLevel: vega.Error, // a layer without rows is no mistake: not every law has an exact value
      tooltip: {theme: theme()},
    });
    place.view = shown.view;
  }

  async function drawAll() {
    for (const place of panels) {
      if (place.view) place.view.finalize();
      await draw(place);
    }
    document.documentElement.dataset.drawn = panels.length;
  }

  // Paper is light. It waits for what is drawn without a pause, as everything here is.
  function turnForPaper(on) {
    printing = on;
    if (dark.matches) drawAll();
  }

  async function choose(parameter, position) {
    selection[parameter] = page.choices[parameter][position];
    for (const {view, panel} of panels) {
      const choices = ntkCharts.choicesOf(panel, selection);
      if (view) await view.signal(parameter, choices[parameter]).runAsync();
    }
    document.documentElement.dataset.chosen = `${parameter} ${position}`;
  }

  for (const select of document.querySelectorAll('select[data-parameter]')) {
    const parameter = select.dataset.parameter;
    select.addEventListener('change', () => choose(parameter, select.value));
  }
  for (const place of panels) place.box = container(place);
  dark.addEventListener('change', drawAll);
  window.addEventListener('beforeprint', () => turnForPaper(true));
  window.addEventListener('afterprint', () => turnForPaper(false));
  drawAll();
})();
