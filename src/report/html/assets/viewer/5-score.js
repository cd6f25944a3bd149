// The score picture: bars from zero that add up to the total under them. What A and B alone give stands as a
// subtotal above what all other residents take from it, and the scale is that of A and B: other rows may be cut.
(() => {
  const { el, say } = totsugo;
  const org = () => totsugo.org;

  const signed = (value) => (value === 0 ? '±0.0' : `${value > 0 ? '＋' : '−'}${Math.abs(value).toFixed(1)}`);

  /** A bar from zero; both sides share one scale, and zero stands where the longest bars need it. */
  const bar = (value, scale, className) => {
    const drawn = Math.max(-scale.reach, Math.min(scale.reach, value));
    const width = Math.abs(drawn) / scale.span;
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
      drawn === value ? null : cut(percent(start + width * (value < 0 ? 0.12 : 0.88))),
      totsugo.svg('line', {
        class: 'zero',
        x1: percent(scale.zero),
        x2: percent(scale.zero),
        y1: '0',
        y2: '100%',
      }),
    );
  };

  /** A gap in a bar that is longer than can be drawn; its number stands beside it. */
  const cut = (x) => totsugo.svg('line', { class: 'cut', x1: x, x2: x, y1: '0', y2: '100%' });

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

  /** Bars reach a quarter beyond the longest of A and B alone, so that its rows stay legible. */
  const scaleOf = (own, subtotal, rows, total) => {
    const reach = 1.25 * Math.max(1, ...own.map((row) => Math.abs(row[3])), Math.abs(subtotal));
    const values = [...rows.map((row) => row[3]), subtotal, total];
    const drawn = values.map((value) => Math.max(-reach, Math.min(reach, value)));
    const low = Math.min(0, ...drawn);
    const span = Math.max(0, ...drawn) - low || 1;
    return { reach, span: span * 1.04, zero: (-low + span * 0.02) / (span * 1.04) };
  };

  totsugo.score = (item, text) => {
    if (!item.score || item.score.rows.length === 0) return null;
    const { rows, total, others } = item.score;
    const own = rows.slice(0, others ?? rows.length);
    const subtotal = own.reduce((sum, row) => sum + Math.round(row[3] * 10), 0) / 10;
    const scale = scaleOf(own, subtotal, rows, total);
    const { words } = org();
    const part = ([title, sentence, , weight]) =>
      scoreRow(say(text(title)), say(text(sentence)), weight, scale, 'part');
    return el(
      'section',
      { class: 'score' },
      el(
        'h2',
        {},
        say(words.scoreTitle),
        ' ',
        el('span', { class: 'sum' }, say(words.scoreTotal), ` ${signed(total)} → `, say(direction(total))),
      ),
      el(
        'table',
        { class: 'weights' },
        el(
          'tbody',
          {},
          ...own.map(part),
          others === undefined
            ? null
            : scoreRow(say(words.scoreOwn), say(direction(subtotal)), subtotal, scale, 'subtotal'),
          ...rows.slice(own.length).map(part),
          scoreRow(say(words.scoreTotal), say(direction(total)), total, scale, 'total'),
        ),
      ),
    );
  };
})();
