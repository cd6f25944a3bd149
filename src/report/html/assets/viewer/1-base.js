// The viewer of an organisation's pages: classic script, no library, no request. Text from the data only ever
// becomes text nodes; the page's policy forbids markup from strings altogether.
var totsugo = {};

(() => {
  const SVG = 'http://www.w3.org/2000/svg';

  /** Fills `{name}` places of a {ja, en} text. */
  totsugo.fill = (text, values) => {
    const put = (template) => template.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ''));
    return { ja: put(text.ja), en: put(text.en) };
  };

  /** Both languages as nodes; the stylesheet shows one. */
  totsugo.say = (text) => {
    if (text.ja === text.en) return totsugo.el('span', {}, text.ja);
    const both = document.createDocumentFragment();
    both.append(totsugo.el('span', { lang: 'ja' }, text.ja), totsugo.el('span', { lang: 'en' }, text.en));
    return both;
  };

  const build = (node, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === false) continue;
      node.setAttribute(name, value === true ? '' : String(value));
    }
    node.append(...children.filter((child) => child !== null));
    return node;
  };

  totsugo.el = (tag, attributes, ...children) => build(document.createElement(tag), attributes, children);
  totsugo.svg = (tag, attributes, ...children) =>
    build(document.createElementNS(SVG, tag), attributes, children);
  totsugo.at = (id) => document.getElementById(id);

  const ANNOUNCED_MS = 6000;
  let fading = 0;

  /** Says a sentence to everyone, on the page and through a screen reader; an alarm stays until the next. */
  totsugo.announce = (text, isError = false) => {
    const live = totsugo.at('live');
    clearTimeout(fading);
    if (!isError) fading = setTimeout(() => live.replaceChildren(), ANNOUNCED_MS);
    live.replaceChildren(totsugo.say(text));
    live.classList.toggle('error', isError);
  };

  totsugo.language = () => document.documentElement.lang;

  totsugo.setLanguage = (language) => {
    const root = document.documentElement;
    root.lang = language;
    document.title = root.getAttribute(`data-title-${language}`);
    for (const option of document.querySelectorAll('option[data-ja]')) {
      option.textContent = option.getAttribute(`data-${language}`);
    }
    totsugo.remember('totsugo:language', language);
  };

  /** localStorage is shared by every folder on a disk, and may be switched off. */
  totsugo.recall = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  totsugo.recalled = () => {
    try {
      return Object.keys(localStorage);
    } catch {
      return [];
    }
  };
  totsugo.remember = (key, value) => {
    try {
      localStorage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  };

  const policy = globalThis.trustedTypes?.createPolicy('totsugo', {
    createScriptURL: (url) => {
      if (!/^data\/(org|list|cases)-\d+\.js$/.test(url)) throw new TypeError('not a data script');
      return url;
    },
  });
  const waiting = new Map();
  const taken = new Map();

  /** Called by every data script. */
  totsugo.take = (kind, number, data) => {
    taken.set(`${kind}-${number}`, data);
    waiting.get(`${kind}-${number}`)?.(data);
  };

  /** Data of a script beside the page, loaded once. */
  totsugo.load = (kind, number) => {
    const key = `${kind}-${number}`;
    if (taken.has(key)) return Promise.resolve(taken.get(key));
    return new Promise((resolve, reject) => {
      waiting.set(key, resolve);
      const script = document.createElement('script');
      const url = `data/${key}.js`;
      script.onerror = () => reject(new Error(key));
      script.src = policy ? policy.createScriptURL(url) : url;
      document.head.append(script);
    });
  };
})();
