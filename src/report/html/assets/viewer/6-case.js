// One case: conclusion, comparison table, score picture, normalisations.
(() => {
  const { el, say, fill } = totsugo;
  const org = () => totsugo.org;
  const CLASSES = [null, 'v', 'd'];

  const textsOf = (shard) => (number) => ({ ja: shard.texts[number][0], en: shard.texts[number][1] });

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
      : [line(cell.state, org().states[cell.state].text)];

  const otherCell = (cell, text) => {
    if (cell.state === 'none') return el('td', { class: 'none' }, say(org().words.nobody));
    if (cell.state === 'hidden') return el('td', { class: 'none' }, say(org().words.hidden));
    if (cell.runs.length === 0) return el('td', {}, missing());
    return el('td', {}, runs(cell.runs), original(cell.original), ...tags(cell, text));
  };

  const columnHead = (column, text) => {
    const { words } = org();
    const title =
      column.label === 'B' ? words.columnLinked : fill(words.columnCandidate, { label: column.label });
    return el(
      'th',
      { scope: 'col' },
      say(title),
      ...column.why.map((number) => el('span', { class: 'why' }, say(text(number)))),
      column.resident === null
        ? null
        : el('span', { class: 'quiet line' }, say(fill(words.resident, { id: column.resident }))),
    );
  };

  const comparison = (item, text) =>
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
          el('th', { scope: 'col' }, say(org().words.columnRecord)),
          ...item.columns.map((column) => columnHead(column, text)),
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

  const signed = (value) => (value === 0 ? '±0.0' : `${value > 0 ? '＋' : '−'}${Math.abs(value).toFixed(1)}`);

  /** A bar from zero; both sides share one scale, and zero stands where the longest bars need it. */
  const bar = (value, scale, className) => {
    const width = Math.abs(value) / scale.span;
    const start = value < 0 ? scale.zero - width : scale.zero;
    const percent = (share) => `${(share * 100).toFixed(2)}%`;
    return totsugo.svg(
      'svg',
      { class: 'bar', 'aria-hidden': 'true', focusable: 'false' },
      totsugo.svg('rect', {
        class: `${className} ${value < 0 ? 'against' : 'for'}`,
        x: percent(start),
        width: percent(width),
        y: '15%',
        height: '70%',
      }),
      totsugo.svg('line', {
        class: 'zero',
        x1: percent(scale.zero),
        x2: percent(scale.zero),
        y1: '0',
        y2: '100%',
      }),
    );
  };

  const direction = (value) => org().words[value > 0 ? 'scoreFor' : value < 0 ? 'scoreAgainst' : 'scoreEven'];

  const scoreRow = (title, words, value, scale, className) =>
    el(
      'tr',
      { class: className },
      el('th', { scope: 'row' }, title),
      el('td', {}, bar(value, scale, className)),
      el(
        'td',
        { class: 'number' },
        el('b', {}, signed(value)),
        el('span', { class: 'unseen' }, say(direction(value))),
      ),
      el('td', { class: 'words' }, words),
    );

  const score = (item, text) => {
    if (!item.score || item.score.rows.length === 0) return null;
    const values = [...item.score.rows.map((row) => row[3]), item.score.total];
    const low = Math.min(0, ...values);
    const span = Math.max(0, ...values) - low || 1;
    const scale = { span: span * 1.04, zero: (-low + span * 0.02) / (span * 1.04) };
    const { words } = org();
    return el(
      'section',
      { class: 'score' },
      el(
        'h2',
        {},
        say(words.scoreTitle),
        ' ',
        el(
          'span',
          { class: 'sum' },
          say(words.scoreTotal),
          ` ${signed(item.score.total)} → `,
          say(direction(item.score.total)),
        ),
      ),
      el(
        'table',
        { class: 'weights' },
        el(
          'tbody',
          {},
          ...item.score.rows.map(([title, words, , weight]) =>
            scoreRow(say(text(title)), say(text(words)), weight, scale, 'part'),
          ),
          scoreRow(say(words.scoreTotal), say(direction(item.score.total)), item.score.total, scale, 'total'),
        ),
      ),
    );
  };

  const relatedLinks = (item) => {
    if (item.related.length === 0) return null;
    const link = (id) =>
      totsugo.rowOf(id) < 0 && totsugo.rows.length === org().total
        ? el('bdi', {}, id)
        : el('a', { href: totsugo.link({ case: id }) }, id);
    return el(
      'p',
      { class: 'related' },
      say(org().words.related),
      ': ',
      ...item.related.flatMap((id, index) => [index > 0 ? ', ' : null, link(id)]),
    );
  };

  const separated = (parts) =>
    parts.filter((part) => part !== null).flatMap((part, index) => (index > 0 ? [' ・ ', part] : [part]));

  const head = (item, text) => {
    const { words, organisationShown } = org();
    const facts = separated([
      say(fill(words.caseLine, { id: item.id })),
      say(fill(words.organisationLine, { id: organisationShown })),
      say(text(item.source)),
      say(fill(words.recordLine, { id: item.record })),
      item.tail === null ? null : say(fill(words.numberLine, { tail: item.tail })),
    ]);
    return el(
      'header',
      { class: 'conclusion' },
      el(
        'div',
        { class: 'grow' },
        el('h1', { tabindex: '-1' }, say(text(item.headline))),
        el('p', { class: 'facts' }, ...facts),
      ),
      el(
        'div',
        { class: 'corner' },
        el('p', { class: 'position', id: 'position' }),
        item.blind
          ? null
          : el(
              'p',
              { class: `severity ${item.severity}` },
              totsugo.severity(item.severity, org().severities[item.severity]),
            ),
        item.cause === null ? null : el('p', { class: 'cause' }, say(text(item.cause))),
        item.review === undefined ? null : el('p', { class: 'review' }, say(text(item.review))),
      ),
    );
  };

  const notes = (item, text) =>
    el(
      'section',
      { class: 'notes' },
      el('h2', {}, say(org().notesTitle)),
      el(
        'p',
        {},
        ...(item.notes.length === 0
          ? [say(org().words.noNotes)]
          : separated(item.notes.map((number) => say(text(number))))),
        ' (',
        say(fill(org().words.originLine, { file: item.origin[0], row: item.origin[1].toLocaleString('ja') })),
        ')',
      ),
    );

  /** Puts a case of a shard on the page. */
  totsugo.drawCase = (item, shard) => {
    const text = textsOf(shard);
    totsugo
      .at('sheet')
      .replaceChildren(
        ...[
          head(item, text),
          el('p', { class: 'because' }, say(text(item.reason))),
          relatedLinks(item),
          el(
            'section',
            {},
            el('h2', {}, say(org().compareTitle)),
            el('div', { class: 'scroll' }, comparison(item, text)),
          ),
          score(item, text),
          notes(item, text),
        ].filter((part) => part !== null),
      );
  };
})();
