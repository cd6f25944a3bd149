// The comparison table: the record, the linked resident, the candidates, character by character.
(() => {
  const { el, say, fill } = totsugo;
  const org = () => totsugo.org;
  const CLASSES = [null, 'v', 'd'];

  /** A marked stretch can be focused or pointed at to see it large, with its code points. */
  const run = (part) =>
    typeof part === 'string'
      ? totsugo.legible(part)
      : el('span', { class: CLASSES[part[1]], tabindex: '0' }, totsugo.legible(part[0]));
  const runs = (parts) => el('bdi', { class: 'value', lang: 'ja' }, ...parts.map(run));
  const original = (text) =>
    text === undefined
      ? null
      : el('span', { class: 'quiet line' }, say(fill(org().words.asWritten, { text })));

  const missing = () => el('span', { class: 'absent' }, say(org().states.missing.text));

  const recordCell = (cell) => {
    if (cell.hidden) return el('td', { class: 'none' }, say(org().words.hidden));
    if (cell.missing) return el('td', {}, missing());
    const value = cell.ruby
      ? el(
          'bdi',
          { class: 'value', lang: 'ja' },
          ...cell.ruby.flatMap(([base, kana], index) => [
            index > 0 ? '\u3000' : null,
            el('ruby', {}, totsugo.legible(base), el('rt', {}, kana)),
          ]),
        )
      : runs(cell.runs);
    return el('td', {}, value, original(cell.original));
  };

  const line = (kind, words) =>
    el(
      'span',
      { class: `tag ${kind}` },
      el('span', { class: 'sign', 'aria-hidden': 'true' }, org().states[kind].sign),
      say(words),
    );
  const tags = (cell, text) =>
    cell.says.length > 0
      ? cell.says.map(([kind, number]) => line(kind, text(number)))
      : [
          line(
            cell.state,
            cell.state === 'missing' ? org().words.notCompared : org().states[cell.state].text,
          ),
        ];

  const otherCell = (cell, text) => {
    if (cell.state === 'none') return el('td', { class: 'none' }, say(org().words.nobody));
    if (cell.state === 'hidden') return el('td', { class: 'none' }, say(org().words.hidden));
    if (cell.runs.length === 0) return el('td', {}, missing());
    return el('td', {}, runs(cell.runs), original(cell.original), ...tags(cell, text));
  };

  const columnTitle = (item, label) => {
    const { words } = org();
    if (label === 'A') return item.register ? words.columnRowA : words.columnRecord;
    if (label === 'B') return item.register ? words.columnRowB : words.columnLinked;
    return fill(words.columnCandidate, { label });
  };

  const columnHead = (item, column, text) => {
    const { words } = org();
    return el(
      'th',
      { scope: 'col' },
      say(columnTitle(item, column.label)),
      ...column.why.map((number) => el('span', { class: 'why' }, say(text(number)))),
      column.resident === null
        ? null
        : el('span', { class: 'quiet line' }, say(fill(words.resident, { id: column.resident }))),
    );
  };

  totsugo.comparison = (item, text) =>
    el(
      'table',
      { class: `compare of-${item.columns.length}` },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, say(org().words.columnItem)),
          el('th', { scope: 'col' }, say(columnTitle(item, 'A'))),
          ...item.columns.map((column) => columnHead(item, column, text)),
        ),
      ),
      el(
        'tbody',
        {},
        ...item.rows.map((row) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, say(text(row.label))),
            recordCell(row.record),
            ...row.cells.map((cell) => otherCell(cell, text)),
          ),
        ),
      ),
    );
})();
