// Tells the parts of a page that something they show has changed. A part names its topics: <section data-live="listing:…">, and gets the
// event "live", which htmx takes by data-hx-trigger="live". One connection a page, none while nobody looks at it.
(() => {
  'use strict';

  const MOST = 100;
  const SILENCE = 45000; // three signs of life
  const LONGEST_WAIT = 60000;
  const SETTLED = 1000;
  const ONCE_MORE = 5000;

  let since = document.currentScript.dataset.since;
  let topics = '';
  let source = null;
  let wait = 1000;
  let again = 0;
  let silence = 0;

  const parts = () => [...document.querySelectorAll('[data-live]')];
  const topicsOf = (part) => part.dataset.live.split(/\s+/).filter(Boolean);
  const wanted = () => [...new Set(parts().flatMap(topicsOf))].sort().slice(0, MOST).join(',');

  const close = () => {
    window.clearTimeout(again);
    window.clearTimeout(silence);
    if (source) source.close();
    source = null;
  };

  const later = () => {
    close();
    again = window.setTimeout(open, wait * (0.5 + Math.random()));
    wait = Math.min(2 * wait, LONGEST_WAIT);
  };

  // A connection that died without a word is found by its silence.
  const alive = (event) => {
    if (event && event.lastEventId) since = event.lastEventId;
    window.clearTimeout(silence);
    silence = window.setTimeout(later, SILENCE);
  };

  // Parts that are being fetched, and what changed meanwhile: the answer may be older than that, and nobody listens until it is in its place.
  const fetched = new Map();

  const tell = (part, topic) => part.dispatchEvent(new CustomEvent('live', { detail: { topic } }));

  // Parts whose fetch came to nothing: what changed is known to the stream, and would not be told again.
  const failed = new Set();
  let onceMore = 0;

  const fetchFailed = () => {
    window.clearTimeout(onceMore);
    onceMore = 0;
    for (const id of failed) {
      const part = document.getElementById(id);
      failed.delete(id);
      if (part) {
        const [topic] = topicsOf(part);
        if (fetched.has(id)) fetched.set(id, topic);
        else tell(part, topic);
      }
    }
  };

  const fetchesLater = ({ detail }) => {
    const { elt, xhr } = detail;
    if (!elt || !elt.id || !elt.dataset.live || (xhr && xhr.status >= 400 && xhr.status < 500)) return;
    failed.add(elt.id);
    if (!onceMore) onceMore = window.setTimeout(fetchFailed, ONCE_MORE * (0.5 + Math.random()));
  };

  const changed = (event) => {
    alive(event);
    for (const part of parts()) {
      if (topicsOf(part).includes(event.data)) {
        if (fetched.has(part.id)) fetched.set(part.id, event.data);
        else tell(part, event.data);
      }
    }
  };

  const inPlace = (id) => {
    const topic = fetched.get(id);
    fetched.delete(id);
    const part = document.getElementById(id);
    if (topic && part) tell(part, topic);
  };

  const open = () => {
    close();
    topics = wanted();
    if (!topics || document.hidden) return;
    source = new EventSource(`/live?topics=${encodeURIComponent(topics)}&since=${encodeURIComponent(since)}`);
    source.addEventListener('open', () => {
      wait = 1000;
      alive();
      fetchFailed();
    });
    source.addEventListener('at', alive);
    source.addEventListener('changed', changed);
    source.addEventListener('error', () => {
      // The browser reconnects by itself, except after an answer that is no stream.
      if (source && source.readyState === EventSource.CLOSED) later();
    });
    alive();
  };

  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) open();
  });
  document.addEventListener('htmx:beforeRequest', ({ target }) => {
    if (target.id && target.dataset.live) fetched.set(target.id, '');
  });
  document.addEventListener('htmx:afterSettle', ({ target }) => {
    if (fetched.has(target.id)) inPlace(target.id);
    if (wanted() !== topics) open();
  });
  // An answer that is put nowhere settles nothing.
  document.addEventListener('htmx:afterRequest', ({ detail }) => {
    const { id } = detail.elt;
    if (fetched.has(id)) window.setTimeout(() => fetched.has(id) && inPlace(id), SETTLED);
  });
  for (const failure of ['htmx:sendError', 'htmx:timeout', 'htmx:responseError']) document.addEventListener(failure, fetchesLater);
  window.addEventListener('online', () => source && fetchFailed());
  // What may not be seen any more is not shown any more.
  document.addEventListener('htmx:responseError', (event) => {
    const { elt, xhr } = event.detail;
    if (elt && elt.dataset.live && [403, 404].includes(xhr.status)) window.location.reload();
  });
  open();
})();
