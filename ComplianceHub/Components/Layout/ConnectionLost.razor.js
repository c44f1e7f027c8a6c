// Shows the banner while the circuit is away, and finds the way back without losing what was typed.
const banner = document.getElementById('components-reconnect-modal');

banner.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'show': banner.showModal(); break;
    case 'hide': banner.close(); break;
    case 'failed': document.addEventListener('visibilitychange', retryWhenVisible); break;
    case 'rejected': location.reload(); break;
  }
});
document.getElementById('components-reconnect-button').addEventListener('click', retry);
document.getElementById('components-resume-button').addEventListener('click', resume);

async function retry() {
  document.removeEventListener('visibilitychange', retryWhenVisible);
  try {
    // false: the server answers but no longer knows this circuit; its state may still be resumed.
    if (await Blazor.reconnect()) return;
    if (await Blazor.resumeCircuit()) banner.close(); else location.reload();
  } catch {
    document.addEventListener('visibilitychange', retryWhenVisible);
  }
}

async function resume() {
  try {
    if (!await Blazor.resumeCircuit()) location.reload();
  } catch {
    banner.classList.replace('components-reconnect-paused', 'components-reconnect-resume-failed');
  }
}

async function retryWhenVisible() {
  if (document.visibilityState === 'visible') await retry();
}
