// Draws the charts and keeps them at what is chosen.
(() => {
  const MANY_ROWS = 3000; // from here on a canvas is faster than SVG
  const page = JSON.parse(document.getElementById('page-data').textContent);
  const selection = page.selection;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  let printing = false;
  let begun = 0;
  let chosen = 0;
  const panels = page.charts.flatMap(chart => chart.panels.map(panel => ({chart, panel})));

  function theme() {
    return dark.matches && !printing ? 'dark' : 'light';
  }

  function container({chart, panel}) {
    const box = document.createElement('div');
    box.className = 'panel';
    if (panel.title) box.append(Object.assign(document.createElement('h3'), {textContent: panel.title}));
    const picture = box.appendChild(Object.assign(document.createElement('div'), {className: 'picture'}));
    document.querySelector(`#${chart.name} .panels`).append(box);
    return picture;
  }

  function signals({chart, panel, box}, own) {
    const columns = Math.max(4, Math.floor(box.clientWidth / 75));
    const letters = Math.max(25, Math.floor((box.clientWidth - 120) / 6)); // beside an axis and a menu
    return ntkCharts.signals(chart, panel, selection, page, own, columns, letters);
  }

  function typeset({box}) {
    for (const text of box.querySelectorAll('svg text, svg tspan')) { // a text of several lines has one for each
      if (!text.childElementCount && /σ_[wb]²/.test(text.textContent)) text.innerHTML = ntkCharts.typeset(text.textContent);
    }
  }

  // Symbols with an index, in what stands beside the pictures.
  function typesetWords() {
    const sub = letter => Object.assign(document.createElement('sub'), {textContent: letter});
    for (const element of document.querySelectorAll('label, th, p, h3')) {
      for (const text of [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)) {
        text.replaceWith(...text.data.split(/(?<=σ)_([wb])(?=²)/).map((part, i) => i % 2 ? sub(part) : part));
      }
    }
  }

  async function draw(place) {
    const {chart, panel} = place;
    const before = chosen;
    const own = ntkCharts.rows(chart, panel, selection, page);
    const shown = await vegaEmbed(place.box, ntkCharts.specification(panel, signals(place, own)), {
      mode: 'vega-lite',
      renderer: own.length > MANY_ROWS ? 'canvas' : 'svg',
      config: page.themes[theme()],
      patch: spec => ntkCharts.withRows(spec, own, place.box.clientWidth),
      actions: {export: true, source: false, compiled: false, editor: false},
      downloadFileName: [chart.name, ...panel.title.split(/\W+/)].filter(Boolean).join('-'),
      scaleFactor: {png: 2},
      logLevel: vega.Error, // a layer without rows is no mistake: not every law has an exact value
      tooltip: {theme: theme()},
    });
    place.view = shown.view;
    typeset(place);
    if (before !== chosen) await update(place);
  }

  // A reader need not wait for the last; what is begun anew meanwhile goes on alone.
  async function drawAll() {
    const mine = ++begun;
    for (const place of panels) {
      if (place.view) place.view.finalize();
      await draw(place);
      if (!printing) await new Promise(done => setTimeout(done));
      if (mine !== begun) return;
    }
    document.documentElement.dataset.drawn = panels.length;
  }

  // Paper is light. It waits for what is drawn without a pause, as everything here is.
  function turnForPaper(on) {
    printing = on;
    if (dark.matches || !document.documentElement.dataset.drawn) drawAll();
  }

  async function update(place) {
    const {chart, panel, view} = place;
    const own = ntkCharts.rows(chart, panel, selection, page);
    for (const [name, value] of Object.entries(signals(place, own))) {
      if (panel.spec.params.some(parameter => parameter.name === name)) view.signal(name, value);
    }
    if (chart.filters.length) view.data('estimates', own);
    await view.runAsync();
    typeset(place);
  }

  async function choose(parameter, position) {
    const {name, values} = page.selectors.find(selector => 'pick_' + selector.name === parameter);
    selection[parameter] = values[position];
    chosen++;
    for (const place of panels) {
      if (place.view && (place.chart.filters.includes(name) || JSON.stringify(place.panel.spec.layer).includes(parameter))) {
        await update(place);
      }
    }
    document.documentElement.dataset.chosen = `${parameter} ${position}`;
  }

  typesetWords();
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
