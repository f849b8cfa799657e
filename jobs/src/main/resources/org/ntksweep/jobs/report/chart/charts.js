// From columns to charts; the page runs this in a browser, ntk-sweep figures without one.
const ntkCharts = (() => {
  // The rows a panel may draw, whatever is chosen, with the columns its chart speaks of. A column is a list, or the
  // values it repeats and their positions.
  function rows(chart, panel, {columns, length}) {
    if (chart.rows === 'none') return [];
    const text = JSON.stringify(chart.spec);
    const readers = Object.entries(columns)
      .filter(([name]) => text.includes(name))
      .map(([name, column]) => [name, Array.isArray(column) ? i => column[i] : i => column.values[column.codes[i]]]);
    const rows = [];
    for (let i = 0; i < length; i++) {
      const row = {};
      for (const [name, read] of readers) row[name] = read(i);
      if (chart.rows !== 'off_diagonal' || row.cosine === panel.value) rows.push(row);
    }
    return rows;
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

  return {rows, choicesOf, specification, withRows};
})();
