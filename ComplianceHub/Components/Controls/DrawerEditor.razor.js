// Where the focus was before the drawer opened; a stack, because a drawer may open another.
const before = [];

// Whether a list or a calendar was open when Escape was pressed: then Escape is theirs.
let closesList = false;

// The field that was left for the question; the focus goes back there.
let left = null;

export function enter(title) {
  const sheet = title.closest('[role=dialog]');
  const gone = new AbortController();
  before.push({ last: document.activeElement, sheet, gone });
  title.focus({ preventScroll: true });
  document.body.style.overflow = 'hidden';
  sheet.addEventListener('keydown', event => {
    if (event.key === 'Escape') closesList = Boolean(document.querySelector('.mud-popover-open, .mud-dialog'));
  }, true);
  // A step that removes its own button leaves the focus nowhere for a moment; Escape means the drawer then too.
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && event.target === document.body && before.at(-1)?.sheet === sheet)
      sheet.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  }, { signal: gone.signal });
}

// Escape leaves the field, because what is typed counts only then; true when an open list takes the key instead.
export function heldByList() {
  if (closesList) return true;
  left = document.activeElement;
  left?.blur();
  return false;
}

export function resume(title) {
  (left?.isConnected && left !== document.body ? left : title).focus();
}

// What had the focus may be gone after a step, and then no key is heard: the title takes it.
export async function recover(title) {
  const sheet = title.closest('[role=dialog]');
  for (let waited = 0; sheet?.isConnected && waited < 400; waited += 20) {
    if (!sheet.contains(document.activeElement)) return title.focus({ preventScroll: true });
    await new Promise(done => setTimeout(done, 20));
  }
}

// The address leads to what was edited: its link in the list is where the reader was, also when a click on the row
// opened the drawer, and also when the list was drawn again meanwhile.
export async function leave(address) {
  const { last, sheet, gone } = before.pop();
  gone.abort();
  if (before.length === 0) document.body.style.overflow = '';
  // The drawer is told to go before the page is drawn without it.
  for (let waited = 0; sheet.isConnected && waited < 2000; waited += 20) await new Promise(done => setTimeout(done, 20));
  if (before.length > 0 || document.querySelector('.mud-dialog')) return;
  (link(last, address) ?? control(last) ?? heading())?.focus({ preventScroll: true });
}

function link(last, address) {
  if (!address) return null;
  if (last?.isConnected && last.getAttribute?.('href') === address) return last;
  return [...document.querySelectorAll('main a[href]')].find(one => one.getAttribute('href') === address);
}

function control(last) {
  return last?.isConnected && last.matches('a, button, input, select, textarea, [tabindex="0"]') ? last : null;
}

function heading() {
  const title = document.querySelector('main h1');
  if (title && !title.hasAttribute('tabindex')) title.tabIndex = -1;
  return title;
}

// After the sentences have been drawn.
export async function firstError(title) {
  await new Promise(done => setTimeout(done, 60));
  const sheet = title.closest('[role=dialog]');
  const field = sheet?.querySelector('.content :is([aria-invalid=true], .mud-input-error input, .mud-input-error textarea, .mud-input-error [tabindex])');
  if (field) field.focus();
  else sheet?.querySelector('.content')?.scrollTo(0, 0);
  return Boolean(field);
}
