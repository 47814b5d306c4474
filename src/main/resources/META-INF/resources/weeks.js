// Drawing on the week: by mouse, pen or keys. Without this file the form below the week does the same.
(() => {
  'use strict';

  let grid = document.querySelector('[data-week-grid]');
  const section = document.querySelector('[data-week-form]');
  if (!grid || !section) return;

  let rows = [];
  let place = new Map();
  let status = null;
  let anchor = null;
  let focus = null;
  let drawing = false;

  const at = (hour, day) => rows[hour] && rows[hour][day];

  const cellOf = (event) => {
    const cell = event.target instanceof Element && event.target.closest('td');
    return cell && place.has(cell) ? cell : null;
  };

  const goTo = (cell) => {
    if (focus) focus.tabIndex = -1;
    focus = cell;
    focus.tabIndex = 0;
  };

  const adopt = () => {
    const before = focus && place.get(focus);
    const focused = document.activeElement === document.body && before;
    rows = [...grid.tBodies[0].rows].map((row) => [...row.cells].filter((cell) => cell.tagName === 'TD'));
    place = new Map();
    rows.forEach((row, hour) => row.forEach((cell, day) => place.set(cell, { hour, day })));
    const hint = document.getElementById(grid.dataset.hint);
    hint.hidden = false;
    grid.setAttribute('role', 'grid');
    grid.setAttribute('aria-label', grid.dataset.label);
    grid.setAttribute('aria-multiselectable', 'true');
    grid.setAttribute('aria-describedby', hint.id);
    for (const cell of place.keys()) {
      cell.tabIndex = -1;
      if (cell.dataset.from) cell.setAttribute('aria-selected', 'false');
    }
    status = document.createElement('p');
    status.className = 'visually-hidden';
    status.setAttribute('role', 'status');
    grid.after(status);
    anchor = null;
    drawing = false;
    focus = null;
    const first = [...place.keys()].find((cell) => cell.dataset.from && !cell.classList.contains('slot-past'));
    goTo((before && at(before.hour, before.day)) || first || rows[8][0]);
    if (focused) focus.focus({ preventScroll: true });
  };

  // The hours between two cells: the same ones on each day between their days.
  const box = (one, other) => {
    const a = place.get(one);
    const b = place.get(other);
    return {
      top: Math.min(a.hour, b.hour),
      bottom: Math.max(a.hour, b.hour),
      left: Math.min(a.day, b.day),
      right: Math.max(a.day, b.day),
    };
  };

  const paint = (from, to) => {
    const chosen = from && to ? box(from, to) : null;
    for (const [cell, { hour, day }] of place) {
      if (!cell.dataset.from) continue;
      const inside =
        chosen && hour >= chosen.top && hour <= chosen.bottom && day >= chosen.left && day <= chosen.right;
      cell.setAttribute('aria-selected', inside ? 'true' : 'false');
    }
    if (!chosen) {
      status.textContent = '';
      return;
    }
    const span = stretch(from, to);
    status.textContent = span ? `${grid.dataset.selected} ${span.from} – ${span.to} ${span.through}` : '';
  };

  // What the form is filled in with; hours that the clocks skip count for nothing.
  const stretch = (from, to) => {
    const chosen = box(from, to);
    const column = [];
    for (let hour = chosen.top; hour <= chosen.bottom; hour++) {
      const cell = at(hour, chosen.left);
      if (cell.dataset.from) column.push(cell);
    }
    if (column.length === 0) return null;
    const lastDay = [chosen.top, chosen.bottom].map((hour) => at(hour, chosen.right)).find((cell) => cell.dataset.from);
    return {
      from: column[0].dataset.from,
      to: column[column.length - 1].dataset.to,
      through: chosen.right > chosen.left && lastDay ? lastDay.dataset.from.slice(0, 10) : '',
    };
  };

  // The one form of the page, over the week as long as it is asked.
  const dialog = document.createElement('dialog');
  dialog.className = 'say-dialog';
  dialog.setAttribute('aria-labelledby', section.getAttribute('aria-labelledby'));
  section.after(dialog);
  const cancel = document.createElement('button');
  cancel.type = 'button';
  cancel.className = 'btn btn-quiet btn-sm say-cancel';
  cancel.textContent = grid.dataset.close;
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.before(section);
    cancel.remove();
    paint(null, null);
    anchor = null;
    if (focus) focus.focus();
  });

  const fill = (name, value) => {
    const field = section.querySelector(`[name="${name}"]`);
    // A time the clocks show twice is written with its offset, which the browser's own field cannot hold.
    if (name !== 'through') field.type = value.length > 16 ? 'text' : 'datetime-local';
    field.value = value;
  };

  const ask = () => {
    const from = anchor || focus;
    const span = from && focus && stretch(from, focus);
    if (!span) return;
    paint(from, focus);
    for (const name of ['from', 'to', 'through']) fill(name, span[name]);
    dialog.append(section, cancel);
    dialog.showModal();
    const choice = section.querySelector('input[name="availability"]:checked, input[name="availability"]');
    choice.focus();
  };

  // By mouse or pen; a finger scrolls the page.
  // Listened to from above, for the grid is another one after something changed on it.
  document.addEventListener('pointerdown', (event) => {
    const cell = cellOf(event);
    if (!cell || !cell.dataset.from || event.button !== 0 || event.pointerType === 'touch') return;
    event.preventDefault();
    drawing = true;
    if (!event.shiftKey || !anchor) anchor = cell;
    goTo(cell);
    cell.focus({ preventScroll: true });
    paint(anchor, cell);
  });
  document.addEventListener('pointerover', (event) => {
    const cell = drawing && cellOf(event);
    if (!cell) return;
    goTo(cell);
    paint(anchor, cell);
  });
  document.addEventListener('pointerup', () => {
    if (!drawing) return;
    drawing = false;
    ask();
  });
  document.addEventListener('pointercancel', () => {
    drawing = false;
    paint(null, null);
  });
  document.addEventListener('click', (event) => {
    const cell = cellOf(event);
    if (!cell || !cell.dataset.from || dialog.open || event.pointerType !== 'touch') return;
    anchor = cell;
    goTo(cell);
    ask();
  });

  // By keys: the same.
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  document.addEventListener('keydown', (event) => {
    const here = place.get(event.target);
    if (!here) return;
    let next = null;
    if (steps[event.key]) {
      next = at(here.hour + steps[event.key][0], here.day + steps[event.key][1]);
    } else if (event.key === 'Home') {
      next = event.ctrlKey ? at(0, 0) : at(here.hour, 0);
    } else if (event.key === 'End') {
      next = event.ctrlKey ? at(rows.length - 1, 6) : at(here.hour, 6);
    } else if (event.key === 'PageUp') {
      next = at(0, here.day);
    } else if (event.key === 'PageDown') {
      next = at(rows.length - 1, here.day);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      ask();
      return;
    } else if (event.key === 'Escape') {
      anchor = null;
      paint(null, null);
      return;
    } else {
      return;
    }
    event.preventDefault();
    if (!next) return;
    if (event.shiftKey) {
      anchor = anchor || event.target;
      goTo(next);
      paint(anchor, next);
    } else {
      anchor = null;
      goTo(next);
      paint(null, null);
    }
    next.focus();
  });

  adopt();
  document.addEventListener('htmx:afterSettle', () => {
    const now = document.querySelector('[data-week-grid]');
    if (!now || now === grid) return;
    grid = now;
    adopt();
  });
})();
