// Sends password and code, or the answer of a passkey, to the server, and hands the page the ticket it gets.
import { arePossible, use, sentence } from '/js/passkeys.js';

const post = async (address, body) => {
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), redirect: 'manual' });
  return answer.ok ? answer.json() : { problem: 'You are signed out. Sign in again.' };
};

export async function attend(form, page, purpose, ways, proof) {
  const find = name => form.querySelector(`[data-${name}]`);
  const [problem, password, code, passkey] = ['problem', 'password', 'code', 'use-passkey'].map(find);
  let challenge = {};

  const say = words => { problem.textContent = words ?? ''; problem.hidden = !words; };
  // A challenge works once, so each try needs another.
  const ask = async () => {
    challenge = await post(ways, { purpose });
    say(challenge.problem);
    find('code-part').hidden = !challenge.needsCode;
    passkey.hidden = !(challenge.options && arePossible());
  };
  const send = async body => {
    const answer = await post(proof, { purpose, ...body });
    [password.value, code.value] = ['', ''];
    if (answer.ticket) {
      say();
      await page.invokeMethodAsync('ProvenAsync', answer.ticket);
    } else {
      await ask();
      say(answer.problem);
    }
  };
  const busy = async work => {
    if (form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    try { await work(); } finally { form.ariaBusy = 'false'; }
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    busy(() => send({ password: password.value, code: code.value }));
  });
  passkey.addEventListener('click', () => busy(async () => {
    let credential;
    try {
      credential = await use(JSON.parse(challenge.options));
    } catch (error) {
      say(sentence(error));
      return;
    }
    await send({ ticket: challenge.ticket, credential });
  }));
  await ask();
  form.dataset.ready = '';
}
