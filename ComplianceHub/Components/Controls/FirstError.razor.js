// The form's first field that says that it is wrong gets the focus.
export function focus(here) {
  const form = here?.closest('form') ?? document.querySelector('main');
  form?.querySelector(':is([aria-invalid=true], .mud-input-error input, .mud-input-error textarea, .mud-input-error [tabindex])')?.focus();
}
