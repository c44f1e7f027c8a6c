// Passkeys of this browser: makes and uses them. The server reads what comes back; nothing here is trusted by it.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const readable = list => (list ?? []).map(each => ({ ...each, id: bytes(each.id) }));

export const arePossible = () => typeof PublicKeyCredential === 'function';

/** Makes a passkey; answers the credential as JSON. */
export async function create(options) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: readable(options.excludeCredentials),
    },
  });
  return JSON.stringify({
    ...common(made),
    response: {
      clientDataJSON: text(made.response.clientDataJSON),
      attestationObject: text(made.response.attestationObject),
      transports: made.response.getTransports?.() ?? [],
    },
  });
}

/** Uses a passkey; answers the credential as JSON. */
export async function use(options) {
  const used = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: readable(options.allowCredentials) },
  });
  return JSON.stringify({
    ...common(used),
    response: {
      clientDataJSON: text(used.response.clientDataJSON),
      authenticatorData: text(used.response.authenticatorData),
      signature: text(used.response.signature),
      userHandle: used.response.userHandle ? text(used.response.userHandle) : null,
    },
  });
}

/** What a person reads when the browser gave no passkey. */
export function sentence(error) {
  if (error.name === 'InvalidStateError') return 'This device holds a passkey for your account already.';
  if (error.name === 'SecurityError') return 'Passkeys do not work at this address. Ask your administrator which one to use.';
  return 'No passkey was given. Try again.';
}

const common = credential => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
  authenticatorAttachment: credential.authenticatorAttachment,
});

// The account pages: a button with data-passkey fills the form around it and sends it.
async function fill(button) {
  const form = button.closest('form');
  const problem = form.querySelector('[data-passkey-problem]');
  problem.hidden = true;
  try {
    let options = button.dataset.options && JSON.parse(button.dataset.options);
    if (!options) {
      const answer = await (await fetch(button.dataset.from, { method: 'POST' })).json();
      if (answer.problem) {
        [problem.textContent, problem.hidden] = [answer.problem, false];
        return;
      }
      options = JSON.parse(answer.options);
      form.querySelector('[data-passkey-ticket]').value = answer.ticket;
    }
    form.querySelector('[data-passkey-credential]').value = await (button.dataset.passkey === 'create' ? create(options) : use(options));
    form.submit();
  } catch (error) {
    [problem.textContent, problem.hidden] = [sentence(error), false];
  }
}

for (const button of document.querySelectorAll('[data-passkey]')) {
  if (!arePossible()) continue;
  button.closest('[data-passkey-part]').hidden = false;
  button.addEventListener('click', () => fill(button));
}
