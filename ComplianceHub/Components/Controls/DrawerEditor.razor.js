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
