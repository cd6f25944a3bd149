// Decisions leave and enter as a file: a first line about the file, then one decision a line.
(() => {
  const SCHEMA = 'totsugo-decisions/1';
  const org = () => totsugo.org;

  const TABLE = Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });

  /** CRC-32 of the lines after the first, as UTF-8: tells a file cut short or edited from a whole one. */
  const checksum = (text) => {
    let value = 0xffffffff;
    for (const byte of new TextEncoder().encode(text)) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
    return `crc32:${((value ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')}`;
  };

  totsugo.drawBanner = () => {
    const count = totsugo.decisions.unexported();
    const line = count > 0 ? totsugo.fill(org().words.unexported, { n: count }) : org().words.allExported;
    totsugo.at('unexported').replaceChildren(totsugo.say(line));
    document.querySelector('.transfer').classList.toggle('due', count > 0);
    const { runs, n } = totsugo.decisions.leftBehind();
    const left = totsugo.at('left-behind');
    left.hidden = n === 0;
    left.replaceChildren(totsugo.say(totsugo.fill(org().words.leftBehind, { runs: runs.join(', '), n })));
  };

  const fileText = (reviewer) => {
    const decisions = totsugo.decisions.all();
    const body = decisions.map((event) => `${JSON.stringify(event)}\n`).join('');
    const head = {
      schema: SCHEMA,
      run_id: org().runId,
      organisation: org().organisation,
      reviewer,
      count: decisions.length,
      checksum: checksum(body),
    };
    return { text: `${JSON.stringify(head)}\n${body}`, count: decisions.length };
  };

  totsugo.exportDecisions = () => {
    const reviewer = totsugo.at('reviewer').value.trim();
    if (reviewer === '') {
      totsugo.announce(org().words.reviewerNeeded, true);
      totsugo.at('reviewer').focus();
      return;
    }
    totsugo.remember('totsugo:reviewer', reviewer);
    const { text, count } = fileText(reviewer);
    const url = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }));
    const anchor = totsugo.el('a', { href: url, download: `decisions-${org().folder}-${org().runId}.jsonl` });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    totsugo.decisions.markExported();
    totsugo.drawBanner();
    totsugo.announce(totsugo.fill(org().words.exported, { n: count }));
  };

  const isDecision = (event) =>
    typeof event?.case === 'string' &&
    typeof event.fingerprint === 'string' &&
    typeof event.at === 'string' &&
    (event.decision === 'withdrawn' || Object.hasOwn(org().decisions, event.decision)) &&
    (event.candidate === null || /^C[1-3]$/.test(event.candidate)) &&
    (event.reason === null || Object.hasOwn(org().reasons, event.reason));

  /** Events of a file, or the sentence that says why there are none. */
  const read = (text) => {
    try {
      const end = text.indexOf('\n');
      const head = JSON.parse(text.slice(0, end));
      const body = text.slice(end + 1);
      if (head.schema !== SCHEMA || head.checksum !== checksum(body)) return org().words.importBroken;
      if (head.run_id !== org().runId || head.organisation !== org().organisation)
        return org().words.importOther;
      const events = body
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
      return events.length === head.count && events.every(isDecision) ? events : org().words.importBroken;
    } catch {
      return org().words.importBroken;
    }
  };

  totsugo.importDecisions = async (file) => {
    const events = read(await file.text());
    if (!Array.isArray(events)) {
      totsugo.announce(events, true);
      return;
    }
    const count = totsugo.decisions.merge(events);
    totsugo.drawBanner();
    totsugo.show();
    totsugo.announce(totsugo.fill(org().words.imported, { n: count }));
  };
})();
