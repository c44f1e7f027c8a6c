// What must also work on pages without a circuit: theme, phone menu, keys. One listener each, on the document,
// so that it survives every navigation and re-render.
const root = document.documentElement;
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (root.dataset.theme ?? (systemIsDark.matches ? 'dark' : 'light')) === 'dark';

function switchTheme() {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `theme=${root.dataset.theme}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}

// The account menu goes when the reader looks elsewhere, as any menu does.
function closeAccount(when) {
  for (const menu of document.querySelectorAll('details.account[open]')) {
    if (when(menu)) menu.open = false;
  }
}

document.addEventListener('click', event => {
  if (event.target.closest('[data-theme-toggle]')) switchTheme();
  closeAccount(menu => !menu.contains(event.target) || event.target.closest('a'));
  // Blazor takes the link for a page of its own: it scrolls, and leaves the focus where it was.
  if (event.target.closest('.skip')) document.getElementById('content')?.focus();
  const menu = event.target.closest('[popover] a[href]')?.closest('[popover]');
  if (menu?.matches(':popover-open')) menu.hidePopover();
});

// A page works over its socket and makes no requests: tell that somebody is there, or the session ends as unused.
// Pages without a circuit make requests anyway.
let told = Date.now();
function tellInUse() {
  if (Date.now() - told < 30000 || document.querySelector('div.account')) return;
  told = Date.now();
  fetch('/Account/InUse', { method: 'POST', redirect: 'manual' }).catch(() => {});
}
for (const kind of ['pointerdown', 'keydown', 'wheel']) document.addEventListener(kind, tellInUse, { passive: true });

// Arrow keys walk a table of links; Tab enters and leaves it at one cell.
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    closeAccount(menu => { menu.querySelector('summary').focus(); return true; });
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    const search = document.querySelector('[data-search]');
    if (search) { event.preventDefault(); search.click(); }
    return;
  }
  // Alt and an arrow walk a list whose open entry stands beside it, also out of a field.
  if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    const neighbour = document.querySelector(event.key === 'ArrowDown' ? '[data-next]' : '[data-previous]');
    // Focused first: a field tells what was typed when it loses the focus.
    if (neighbour) { event.preventDefault(); neighbour.focus(); neighbour.click(); }
    return;
  }
  const cell = event.target.closest?.('table[data-arrow-keys] td > a');
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -99], End: [0, 99] }[event.key];
  if (!cell || !step) return;
  const rows = [...cell.closest('tbody').rows].map(row => [...row.querySelectorAll('td > a')]);
  const y = rows.findIndex(row => row.includes(cell));
  const next = rows[Math.max(0, Math.min(rows.length - 1, y + step[0]))];
  const x = Math.max(0, Math.min(next.length - 1, rows[y].indexOf(cell) + step[1]));
  event.preventDefault();
  for (const link of rows.flat()) link.tabIndex = -1;
  next[x].tabIndex = 0;
  next[x].focus();
});

// A sentence below a field goes away when the field is left, which moves the form's button from under the pointer that
// presses it: the browser then sees no click. Whoever lets go where the button was pressed has meant it.
document.addEventListener('pointerdown', pressed => {
  const button = pressed.button === 0 ? pressed.target.closest?.('button[type=submit]') : null;
  if (!button) return;
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const ended = new AbortController();
  document.addEventListener('pointercancel', () => ended.abort(), { signal: ended.signal });
  document.addEventListener('pointerup', released => {
    ended.abort();
    const isWhereItWas = released.clientX >= left && released.clientX <= right && released.clientY >= top && released.clientY <= bottom;
    if (isWhereItWas && button.isConnected && !released.composedPath().includes(button)) button.click();
  }, { capture: true, signal: ended.signal });
}, { capture: true });
