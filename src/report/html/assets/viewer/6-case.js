// One case: conclusion, reason, comparison, score, normalisations.
(() => {
  const { el, say, fill } = totsugo;
  const org = () => totsugo.org;

  const textsOf = (shard) => (number) => ({ ja: shard.texts[number][0], en: shard.texts[number][1] });

  const relatedLinks = (item) => {
    if (item.related.length === 0) return null;
    const link = (id) =>
      totsugo.rowOf(id) < 0 && totsugo.rows.length === org().total
        ? el('bdi', {}, id)
        : el('a', { href: totsugo.link({ case: id }) }, id);
    // Cases that hang together are easily decided in ways that do not: what was decided on the other stands beside it.
    const decided = (id) => {
      const event = totsugo.decisions.of(id);
      return event ? el('strong', {}, ' → ', say(totsugo.decisionWords(event))) : null;
    };
    return el(
      'p',
      { class: 'related' },
      say(org().words.related),
      ': ',
      ...item.related.flatMap((id, index) => [index > 0 ? ', ' : null, link(id), decided(id)]),
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
      ),
      el('p', {}, ...separated([say(fill(org().words.originLine, origin(item))), ...registered(item, text)])),
    );

  const origin = (item) => ({ file: item.origin[0], row: item.origin[1].toLocaleString('ja') });
  const registered = (item, text) =>
    item.registered.map(([label, value]) =>
      el('span', {}, say(text(label)), ' ', el('bdi', { lang: 'ja', class: 'always' }, value)),
    );

  /** Puts a case of a shard on the page. */
  totsugo.drawCase = (item, shard) => {
    const text = textsOf(shard);
    totsugo
      .at('sheet')
      .replaceChildren(
        ...[
          head(item, text),
          text(item.reason).ja === '' ? null : el('p', { class: 'because' }, say(text(item.reason))),
          relatedLinks(item),
          el(
            'section',
            {},
            el('h2', {}, say(org().compareTitle)),
            el('div', { class: 'scroll' }, totsugo.comparison(item, text)),
          ),
          totsugo.score(item, text),
          notes(item, text),
        ].filter((part) => part !== null),
      );
  };
})();
