// Decisions made in this browser. Kept under run and organisation: case id, decision, candidate label, reason
// code and time, never a name. The exported file is the truth; this store only bridges until it is written.
(() => {
  const EMPTY = { events: [], exported: 0 };
  let kept = EMPTY;

  /** Days after which a run whose report is gone is no longer asked for. */
  const REMEMBERED_DAYS = 30;

  const key = () => `totsugo:${totsugo.org.runId}:${totsugo.org.organisation}:decisions`;

  const read = (name = key()) => {
    const text = totsugo.recall(name);
    if (text === null) return EMPTY;
    try {
      const value = JSON.parse(text);
      return Array.isArray(value.events) && Number.isInteger(value.exported) ? value : EMPTY;
    } catch {
      return EMPTY;
    }
  };

  /** Saved first, shown second: false, and an alarm, when the browser keeps nothing. */
  const write = (next) => {
    const saved = totsugo.remember(key(), JSON.stringify(next));
    kept = next;
    if (!saved) totsugo.announce(totsugo.org.words.notSaved, true);
    return saved;
  };

  const latest = () => {
    const byCase = new Map();
    for (const event of kept.events) {
      const known = byCase.get(event.case);
      if (!known || event.at >= known.at) byCase.set(event.case, event);
    }
    return byCase;
  };
  let byCase = new Map();
  const refresh = () => {
    byCase = latest();
  };

  totsugo.decisions = {
    open() {
      kept = read();
      refresh();
    },
    /** The decision in force on a case, or null. */
    of(id) {
      const event = byCase.get(id);
      return event && event.decision !== 'withdrawn' ? event : null;
    },
    eventsOf: (id) => kept.events.filter((event) => event.case === id),
    add(event) {
      // Another tab may have written meanwhile; without storage only this page knows.
      const stored = read();
      if (stored.events.length >= kept.events.length) kept = stored;
      const saved = write({ ...kept, events: [...kept.events, event] });
      refresh();
      return saved;
    },
    /** Takes the last event back; one that was exported is withdrawn by a further event. */
    undo(now) {
      const last = kept.events.at(-1);
      if (!last || last.decision === 'withdrawn') return null;
      const isOut = kept.events.length <= kept.exported;
      const events = isOut
        ? [...kept.events, { ...last, decision: 'withdrawn', candidate: null, reason: null, at: now }]
        : kept.events.slice(0, -1);
      write({ ...kept, events });
      refresh();
      return last;
    },
    unexported: () => new Set(kept.events.slice(kept.exported).map((event) => event.case)).size,
    /** Decisions of this organisation on other runs that never left this browser: how many, and on which runs. */
    leftBehind() {
      const since = new Date(Date.now() - REMEMBERED_DAYS * 86_400_000).toISOString();
      const found = { runs: [], n: 0 };
      const end = `:${totsugo.org.organisation}:decisions`;
      for (const name of totsugo.recalled()) {
        if (!name.startsWith('totsugo:') || !name.endsWith(end) || name === key()) continue;
        const { events, exported } = read(name);
        const left = events.slice(exported).filter(({ at }) => at >= since);
        if (left.length > 0) found.runs.push(name.slice('totsugo:'.length, -end.length));
        found.n += new Set(left.map((event) => event.case)).size;
      }
      return found;
    },
    /** The last word on every case, in the order of deciding. */
    all: () => [...byCase.values()],
    markExported() {
      write({ ...kept, exported: kept.events.length });
    },
    /** Adds events of a file that this browser does not have; they count as exported. */
    merge(events) {
      const known = new Set(kept.events.map((event) => `${event.case} ${event.at}`));
      const fresh = events.filter((event) => !known.has(`${event.case} ${event.at}`));
      const own = kept.events.slice(kept.exported);
      const old = kept.events.slice(0, kept.exported);
      const merged = [...old, ...fresh].sort((left, right) =>
        left.at < right.at ? -1 : left.at > right.at ? 1 : 0,
      );
      write({ events: [...merged, ...own], exported: merged.length });
      refresh();
      return fresh.length;
    },
  };
})();
