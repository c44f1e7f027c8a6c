// Draws a PDF page by page. pdf.js and its worker are files of ours; nothing in a document runs.
const at = path => new URL(`../../../js/pdfjs/${path}`, import.meta.url).href;
let library;
let shown;

async function load() {
  library ??= import(at('pdf.min.mjs')).then(pdf => {
    pdf.GlobalWorkerOptions.workerSrc = at('pdf.worker.min.mjs');
    return pdf;
  });
  return await library;
}

export async function open(url) {
  const pdf = await load();
  // One document at a time, also when the reader leaves before it is there.
  shown?.destroy();
  const task = pdf.getDocument({
    url,
    isEvalSupported: false,
    useWasm: false,
    wasmUrl: at('wasm/'),
    standardFontDataUrl: at('standard_fonts/'),
    cMapUrl: at('cmaps/'),
    // One answer, one entry in the log.
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
    verbosity: pdf.VerbosityLevel.ERRORS,
  });
  shown = task;
  try {
    return new Shown(task, await task.promise);
  } catch (refused) {
    await task.destroy();
    throw refused;
  }
}

class Shown {
  constructor(task, document) {
    this.task = task;
    this.document = document;
  }

  // Draws a page as wide as its place, or so many times wider, and gives its words to those who do not see it.
  async show(host, number, times) {
    this.drawing?.cancel();
    const page = await this.document.getPage(number);
    const canvas = host.querySelector('canvas');
    canvas.style.width = `${100 * times}%`;
    const width = Math.max(200, host.clientWidth) * times;
    const scale = width / page.getViewport({ scale: 1 }).width;
    const viewport = page.getViewport({ scale: scale * Math.min(window.devicePixelRatio || 1, 3) });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    this.drawing = page.render({ canvas, viewport });
    try {
      await this.drawing.promise;
    } catch (cancelled) {
      if (cancelled?.name !== 'RenderingCancelledException') throw cancelled;
    }
    const words = await page.getTextContent();
    host.querySelector('[data-pdf-text]').textContent = words.items.map(item => item.str + (item.hasEOL ? '\n' : '')).join('');
    host.dataset.pdf = number;
    host.scrollTop = 0;
    return this.document.numPages;
  }

  close() {
    this.task.destroy();
  }
}
