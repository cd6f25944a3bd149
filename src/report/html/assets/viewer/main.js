// Starts the page and ties keys, buttons and the address to what the other parts do.
(() => {
  const at = totsugo.at;
  let shownCase = null;
  /** The filter was asked for from a case: it gets the focus when the list is there. */
  let wantsQuery = false;

  /** The shard that holds a row: the last one that starts at or before it. */
  const shardOf = (index) => totsugo.org.shards.findLastIndex((start) => start <= index);

  /** The case of the address and its shard; null when the row is not known yet and the hint is wrong. */
  const findCase = async (place) => {
    const known = totsugo.rowOf(place.case);
    const index = known >= 0 ? known : place.at;
    const number = shardOf(index);
    if (number < 0) return null;
    const shard = await totsugo.load('cases', number);
    const item = shard.cases[index - totsugo.org.shards[number]];
    return item?.id === place.case ? { item, shard, index, number } : null;
  };

  const showCase = async (place) => {
    const found = await findCase(place);
    if (totsugo.place().case !== place.case) return;
    if (found === null) {
      if (totsugo.rows.length === totsugo.org.total) totsugo.announce(totsugo.org.words.notFound, true);
      return;
    }
    const { item, shard, index, number } = found;
    if (shownCase !== place.case) {
      totsugo.drawCase(item, shard);
      totsugo.openDecisions(item);
    } else totsugo.drawDecisions();
    drawPosition(index);
    at('list').hidden = true;
    at('case').hidden = false;
    if (shownCase !== place.case) {
      scrollTo(0, 0);
      document.querySelector('#sheet h1').focus({ preventScroll: true });
    }
    shownCase = place.case;
    const next = shardOf(index + 1);
    if (next > number) void totsugo.load('cases', next);
  };

  const drawPosition = (index) => {
    const matching = totsugo.matching();
    const text = {
      n: (matching.indexOf(index) + 1 || '–').toLocaleString('ja'),
      of: matching.length.toLocaleString('ja'),
    };
    at('position')?.replaceChildren(totsugo.say(totsugo.fill(totsugo.org.words.position, text)));
    at('paper-page').textContent = '1 / 1';
  };

  const showList = (place) => {
    totsugo.closeDecisions();
    totsugo.drawList(place);
    at('case').hidden = true;
    at('list').hidden = false;
    if (shownCase !== null || wantsQuery) focusInList();
    shownCase = null;
    wantsQuery = false;
  };

  /** The filter where it was asked for, else the row of the case just left; a row that the filter hides now leaves the first. */
  const focusInList = () => {
    const left = shownCase && `#table a[href$="case=${CSS.escape(encodeURIComponent(shownCase))}"]`;
    const target = wantsQuery
      ? at('query')
      : ((left && document.querySelector(left)) ??
        document.querySelector('#table tbody a') ??
        document.querySelector('#list h1'));
    target.focus();
  };

  /** Draws what the address says. */
  totsugo.show = () => {
    const place = totsugo.place();
    at('up').hidden = place.from !== 'all';
    totsugo.filter(place);
    if (place.case !== null) return showCase(place);
    showList(place);
    return Promise.resolve();
  };

  /** Opens the case `by` steps on in the filtered list; false at either end. */
  totsugo.step = (by) => {
    const matching = totsugo.matching();
    const here = matching.indexOf(totsugo.rowOf(totsugo.place().case));
    const next = matching[here < 0 ? 0 : here + by];
    if (next === undefined) return false;
    totsugo.go({ case: totsugo.rows[next].id });
    return true;
  };

  const stepRow = (by) => {
    const links = [...document.querySelectorAll('#table tbody a')];
    const here = links.indexOf(document.activeElement);
    links[Math.max(0, Math.min(links.length - 1, here < 0 ? 0 : here + by))]?.focus();
  };

  const move = (by) => (totsugo.place().case === null ? stepRow(by) : totsugo.step(by));

  const leave = () => {
    if (totsugo.isChoosing()) totsugo.closeChoice();
    else if (totsugo.place().case !== null) totsugo.go({ case: null });
  };

  const ACTS = {
    language: () => totsugo.setLanguage(totsugo.language() === 'ja' ? 'en' : 'ja'),
    help: () => at('help').showModal(),
    'help-close': () => at('help').close(),
    back: () => totsugo.go({ case: null }),
    previous: () => totsugo.step(-1),
    next: () => totsugo.step(1),
    print: () => print(),
    start: () => totsugo.start(),
    undo: () => totsugo.undo(),
    export: () => totsugo.exportDecisions(),
    import: () => at('import-file').click(),
    clear: () =>
      totsugo.go({ filters: Object.fromEntries(totsugo.facets.map((facet) => [facet, []])), q: '', page: 0 }),
    'page-back': () => totsugo.go({ page: totsugo.place().page - 1 }),
    'page-on': () => totsugo.go({ page: totsugo.place().page + 1 }),
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button?.dataset.act) ACTS[button.dataset.act]?.();
    else if (button?.dataset.decision) totsugo.decide(button.dataset.decision);
    else if (button?.dataset.candidate) totsugo.choose(button.dataset.candidate);
  });

  document.addEventListener('change', (event) => {
    const { dataset, id, value, checked } = event.target;
    if (dataset.facet) {
      const { filters } = totsugo.place();
      const values = filters[dataset.facet].filter((key) => key !== value);
      totsugo.go({
        filters: { ...filters, [dataset.facet]: checked ? [...values, value] : values },
        page: 0,
      });
    } else if (id === 'reason') totsugo.noteChanged();
    else if (id === 'keys-on') totsugo.remember('totsugo:keys', checked ? 'on' : 'off');
    else if (id === 'reviewer') totsugo.remember('totsugo:reviewer', value.trim());
    else if (id === 'import-file' && event.target.files[0]) {
      totsugo.importDecisions(event.target.files[0]);
      event.target.value = '';
    }
  });

  let typing = 0;
  document.addEventListener('input', (event) => {
    if (event.target.id !== 'query' || event.isComposing) return;
    clearTimeout(typing);
    typing = setTimeout(() => totsugo.go({ q: event.target.value, page: 0 }, true), 120);
  });
  document.addEventListener('compositionend', (event) => {
    if (event.target.id === 'query') totsugo.go({ q: event.target.value, page: 0 }, true);
  });

  const DECISION_KEYS = () => Object.keys(totsugo.org.decisions);
  const pressDigit = (digit) => {
    if (totsugo.place().case === null) return;
    if (totsugo.isChoosing()) totsugo.choose(`C${digit}`);
    else if (DECISION_KEYS()[digit - 1]) totsugo.decide(DECISION_KEYS()[digit - 1]);
  };
  const KEYS = {
    j: () => move(1),
    k: () => move(-1),
    u: () => totsugo.undo(),
    '?': () => at('help').showModal(),
    '/': () => {
      if (totsugo.place().case === null) at('query').focus();
      else {
        wantsQuery = true;
        totsugo.go({ case: null });
      }
    },
    escape: leave,
  };

  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest?.('input:not([type=checkbox]), select, textarea, dialog');
    const isComposing = event.isComposing || event.keyCode === 229;
    if (isTyping || isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (totsugo.recall('totsugo:keys') === 'off' && event.key !== 'Escape') return;
    const key = event.key.toLowerCase();
    if (/^[1-5]$/.test(key)) pressDigit(Number(key));
    else if (KEYS[key]) KEYS[key]();
    else return;
    event.preventDefault();
  });

  // A case prints on one sheet: in its paper form it is measured and, if need be, drawn smaller.
  const PAPER_HEIGHT = ((297 - 24) / 25.4) * 96;
  addEventListener('beforeprint', () => {
    const root = document.documentElement;
    if (at('case').hidden) return;
    root.classList.add('paper');
    const height = at('main').scrollHeight + 40;
    root.style.setProperty('--fit', String(Math.min(1, PAPER_HEIGHT / height)));
  });
  addEventListener('afterprint', () => {
    document.documentElement.classList.remove('paper');
    document.documentElement.style.removeProperty('--fit');
  });

  addEventListener('hashchange', totsugo.show);
  addEventListener('storage', () => {
    totsugo.decisions.open();
    totsugo.drawBanner();
    totsugo.show();
  });
  addEventListener('beforeunload', (event) => {
    if (totsugo.decisions.unexported() > 0) event.preventDefault();
  });

  /** The first list script is painted as soon as it is there, the rest fills in behind it. */
  const boot = async () => {
    totsugo.setLanguage(totsugo.recall('totsugo:language') ?? totsugo.language());
    // On a narrow screen the list comes first; filters in force stay in sight.
    at('filters').open = innerWidth > 900 || /[#&](?!case|at|from|page)\w+=/.test(location.hash);
    at('keys-on').checked = totsugo.recall('totsugo:keys') !== 'off';
    at('reviewer').value = totsugo.recall('totsugo:reviewer') ?? '';
    totsugo.decisions.open();
    totsugo.drawBanner();
    if (totsugo.place().case !== null) await totsugo.show();
    for (let number = 0; number < totsugo.org.lists; number += 1) {
      totsugo.addRows(await totsugo.load('list', number));
      const wanted = totsugo.place().case;
      const isFound = wanted !== null && shownCase === null && totsugo.rowOf(wanted) >= 0;
      const isLast = number === totsugo.org.lists - 1;
      if (isLast || isFound || (number === 0 && wanted === null)) await totsugo.show();
    }
    if (totsugo.org.lists === 0) await totsugo.show();
    document.body.dataset.ready = 'yes';
  };

  void totsugo.load('org', 0).then((org) => {
    totsugo.org = org;
    totsugo.facets = [...Object.keys(org.facets), 'decision'];
    return boot();
  });
})();
