// The score picture: bars from zero that add up to the total under them.
(() => {
  const { el, say } = totsugo;
  const org = () => totsugo.org;

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

  totsugo.score = (item, text) => {
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
})();
