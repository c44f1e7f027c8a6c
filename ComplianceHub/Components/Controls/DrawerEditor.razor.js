// Where the focus was before the drawer opened; a stack, because a drawer may open another.
const before = [];

export function enter(title) {
  before.push(document.activeElement);
  title.focus({ preventScroll: true });
  document.body.style.overflow = 'hidden';
}

export function leave() {
  const last = before.pop();
  if (before.length === 0) document.body.style.overflow = '';
  if (last?.isConnected) last.focus({ preventScroll: true });
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
