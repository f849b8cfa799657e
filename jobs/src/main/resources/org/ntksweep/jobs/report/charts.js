// From columns to charts; the page runs this in a browser, ntk-sweep figures without one.
const ntkCharts = (() => {
  // The rows as objects: a column is a list, or the values it repeats and their positions.
  function rows({columns, length}) {
    const rows = Array.from({length}, () => ({}));
    for (const [name, column] of Object.entries(columns)) {
      const value = Array.isArray(column) ? i => column[i] : i => column.values[column.codes[i]];
      for (let i = 0; i < length; i++) rows[i][name] = value(i);
    }
    return rows;
  }

  // The rows a panel may draw, whatever is chosen. Vega marks its rows: every chart has its own.
  function rowsOf(chart, panel, rows) {
    if (chart.rows === 'none') return [];
    const wanted = chart.rows === 'off_diagonal' ? row => row.cosine === panel.value : () => true;
    return rows.filter(wanted).map(row => ({...row}));
  }

  // The choices as a panel sees them: it may have made one for itself.
  function choicesOf(panel, selection) {
    return panel.parameter ? {...selection, [panel.parameter]: panel.value} : selection;
  }

  // A complete chart in Vega-Lite, but for its rows.
  function specification(chart, panel, selection) {
    const choices = choicesOf(panel, selection);
    const spec = structuredClone(chart.spec);
    for (const parameter of spec.params) {
      if (parameter.name in choices) parameter.value = choices[parameter.name];
    }
    return panel.title ? {...spec, title: panel.title} : spec;
  }

  // Gives the rows to a chart compiled to Vega: Vega-Lite would spell them out to compare them.
  function withRows(vegaSpec, rows) {
    const source = vegaSpec.data.find(data => data.name === 'estimates');
    if (source) source.values = rows;
    return vegaSpec;
  }

  return {rows, rowsOf, choicesOf, specification, withRows};
})();
