// Small comforts only: every page works without this file.
(() => {
  'use strict';

  // Times are shown in the visitor's own zone from the next page on.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !document.cookie.includes('zone=')) {
    document.cookie = `zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
  }

  // Only one menu is open at a time; Escape or a click elsewhere closes it.
  const close = (except) => {
    for (const menu of document.querySelectorAll('details.drop[open], details.top-menu[open]')) {
      if (menu !== except) menu.open = false;
    }
  };
  document.addEventListener('click', (event) => close(event.target.closest('details')));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const menu = document.activeElement && document.activeElement.closest('details[open]');
    close();
    if (menu) menu.querySelector('summary').focus();
  });

  // A refused form: go to what must be changed.
  const refused = document.getElementById('refused');
  if (refused) refused.focus();

  // A form is sent once, however often it is clicked.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'true';
    window.setTimeout(() => delete form.dataset.sent, 4000);
  });

  // Ticking what to compare is no new search.
  document.addEventListener('change', (event) => {
    if (event.target.form && event.target.form.id === 'chosen') event.stopPropagation();
  }, true);

  // A refused form answers 422; htmx swaps it in like any page.
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.xhr.status === 422) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
})();
