// From columns to charts; the page runs this in a browser, ntk-sweep figures without one.
const ntkCharts = (() => {
  // Columns of which legends and captions speak, whatever a chart draws.
  const ALWAYS = ['sigma_w2', 'colour', 'exact_ratio', 'underpowered', 'estimates'];

  // What a caption need not say.
  const USUALLY_1 = ['cosine', 'outputs', 'input_norm', 'alpha'];

  // A column is a list, or the values it repeats and their positions.
  function reader(column) {
    return Array.isArray(column) ? i => column[i] : i => column.values[column.codes[i]];
  }

  // The choices as a panel sees them: it may have made one for itself.
  function choicesOf(panel, selection) {
    return panel.parameter ? {...selection, [panel.parameter]: panel.value} : selection;
  }

  // The rows a panel draws: those of what is chosen, with the columns its chart speaks of. Rows along an axis are
  // theory between the estimates of the charts over that axis.
  function rows(chart, panel, selection, {columns, length}) {
    if (!chart.filters.length) return [];
    const choices = choicesOf(panel, selection);
    const wanted = chart.filters
      .filter(name => columns[name] && (choices['pick_' + name] ?? null) !== null)
      .map(name => [reader(columns[name]), choices['pick_' + name]]);
    const along = columns.along ? reader(columns.along) : () => null;
    const words = new Set([...ALWAYS, ...JSON.stringify(panel.spec).match(/\w+/g)]);
    const readers = Object.keys(columns).filter(name => words.has(name)).map(name => [name, reader(columns[name])]);
    const rows = [];
    for (let i = 0; i < length; i++) {
      const axis = along(i);
      if ((axis !== null && axis !== chart.along) || !wanted.every(([read, value]) => read(i) === value)) continue;
      const row = {};
      for (const [name, read] of readers) row[name] = read(i);
      rows.push(row);
    }
    return rows;
  }

  // The lines of theory that a panel has, as its legend calls them; a legend without entries has no finite bounds.
  function drawnLines(panel, own) {
    const names = (panel.spec.layer ?? [])
      .filter(layer => layer.encoding?.strokeDash?.datum)
      .filter(layer => {
        const [, column] = /isValid\(datum\.(\w+)\)/.exec(layer.transform[0].filter);
        return own.some(row => Number.isFinite(row[column]));
      })
      .map(layer => layer.encoding.strokeDash.datum);
    return names.length ? [...new Set(names)] : [' '];
  }

  // One colour for every value of sigma_w2 in the legend: which are ordered depends on the other choices.
  function colours(own, {curves}) {
    const colour = new Map(own.map(row => [row.sigma_w2, row.colour]));
    return {palette: curves.map(x => colour.get(x) ?? 'gray'), drawn_curves: curves.filter(x => colour.get(x))};
  }

  // Which networks a panel is about: what is chosen, and what all of them have in common.
  function caption(chart, panel, selection, {selectors, facts}) {
    const choices = choicesOf(panel, selection);
    const chosen = selectors
      .filter(({name, values}) => values.length === 1 ? !(values[0] === 1 && USUALLY_1.includes(name)) : chart.filters.includes(name))
      .map(({name, symbol, values}) => [name, symbol, values.length === 1 ? values[0] : choices['pick_' + name]])
      .filter(([, , value]) => (value ?? null) !== null)
      .map(([, symbol, value]) => symbol ? `${symbol} = ${value}` : value);
    const own = ['', 'pick_architecture', 'pick_statistic'].includes(panel.parameter) && panel.title ? [panel.title] : [];
    return [...own, ...chosen, ...facts].join(', ');
  }

  function wrapped(text, columns) {
    const lines = [''];
    for (const part of text.split(/(?<=, )/)) {
      if (lines.at(-1) && lines.at(-1).length + part.length > columns) lines.push('');
      lines[lines.length - 1] += part;
    }
    return lines.map(line => line.trim());
  }

  // What marks mean, for a chart that leaves its page.
  function marks(chart, own, legendColumns) {
    const plane = chart.name.startsWith('phase-plane');
    const meanings = [
      plane && own.some(row => Number.isFinite(row.exact_ratio)) ? 'dot: exact value' : '',
      own.some(row => row.underpowered) ? `${plane ? 'white stripe' : 'hollow'}: underpowered` : '',
      own.some(row => row.estimates > 1) ? 'points: medians of neighbouring depths' : '',
    ].filter(Boolean);
    return wrapped(meanings.join(', '), 11 * legendColumns);
  }

  function bounds(numbers) {
    return numbers.reduce(([least, most], x) => [Math.min(least, x), Math.max(most, x)], [Infinity, -Infinity]);
  }

  // From where to where the axis of a pane goes: all that was measured, predictions that are not far from it, and of
  // intervals what leaves room for the lines.
  function valueRange({measured, predicted, always, logarithmic}, own) {
    const at = logarithmic ? Math.log10 : x => x;
    const within = columns => bounds([...columns.flatMap(name => own.map(row => row[name])), ...always]
      .filter(x => Number.isFinite(x) && (x > 0 || !logarithmic)).map(at));
    const joined = ([least, most], [low, high], room) =>
      [Math.min(least, Math.max(low, least - room)), Math.max(most, Math.min(high, most + room))];
    const ends = (columns, end) => columns.map(name => name + end);
    let range = within(measured);
    if (range[0] > range[1]) range = within(predicted);
    if (range[0] > range[1]) return logarithmic ? [0.1, 1] : [0, 1];
    range = joined(range, within(predicted), logarithmic ? 1 : 2 * (range[1] - range[0]));
    const least = logarithmic ? 0.02 : 0.02 * Math.max(Math.abs(range[0]), Math.abs(range[1])) || 0.02;
    const room = Math.max(least, 0.3 * (range[1] - range[0]));
    const lines = [...measured, ...predicted];
    range = joined(range, bounds([...within(ends(lines, '_lo')), ...within(ends(lines, '_hi'))]), logarithmic ? Math.min(room, 0.2) : room);
    const margin = Math.max(least, Math.min(0.03 * (range[1] - range[0]), logarithmic ? 0.1 : Infinity));
    return [range[0] - margin, range[1] + margin].map(x => logarithmic ? 10 ** x : x);
  }

  // The values of a panel's parameters; about 75 pixels make a column of a legend, 11 letters of a caption.
  function signals(chart, panel, selection, page, own, legendColumns, letters = 11 * legendColumns) {
    return {
      ...choicesOf(panel, selection),
      ...colours(own, page),
      legend_columns: legendColumns,
      drawn_lines: drawnLines(panel, own),
      caption: wrapped(caption(chart, panel, selection, page), letters),
      ...(panel.spec.usermeta?.range ? {value_range: valueRange(panel.spec.usermeta.range, own)} : {}),
    };
  }

  // A complete chart in Vega-Lite, but for its rows.
  function specification(panel, signals) {
    const spec = structuredClone(panel.spec);
    for (const parameter of spec.params) {
      if (parameter.name in signals) parameter.value = signals[parameter.name];
    }
    return spec;
  }

  // How high a table of squares is; axes beside it take about 70 pixels.
  function squares({cell, column, line}, rows, width) {
    const shown = rows.filter(row => row[cell]);
    const count = name => Math.max(1, new Set(shown.map(row => row[name])).size);
    return Math.round((width - 70) * count(line) / count(column));
  }

  // Gives the rows to a chart compiled to Vega: Vega-Lite would spell them out to compare them.
  function withRows(vegaSpec, rows, width) {
    const source = vegaSpec.data.find(data => data.name === 'estimates');
    if (source) source.values = rows;
    if (vegaSpec.usermeta?.squares) vegaSpec.height = Math.min(vegaSpec.height, squares(vegaSpec.usermeta.squares, rows, width));
    return vegaSpec;
  }

  // Symbols with an index, which Unicode has not, in the text of SVG.
  function typeset(text) {
    return text.replace(/σ_([wb])²/g, 'σ<tspan font-size="70%" dy="0.35em">$1</tspan><tspan dy="-0.245em">²</tspan>');
  }

  function typesetAll(svg) {
    return svg.replace(/>[^<]+</g, typeset);
  }

  return {rows, signals, marks, specification, withRows, typeset, typesetAll};
})();
