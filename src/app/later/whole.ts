/** The moment at which all of a page answers: what it began with, and what came later. */

const PATIENCE_MS = 3_000;

/** From here on all of the page answers. What somebody did before is done now: `boot/hold.js` hears of it. */
export function whole(): void {
  document.documentElement.dataset.whole = '';
  dispatchEvent(new Event('faultline:whole'));
}

/** Done when all of the page answers, or when that takes too long to wait for. */
export function wholeSoon(): Promise<void> {
  return new Promise((done) => {
    if ('whole' in document.documentElement.dataset) return done();
    addEventListener('faultline:whole', () => done(), { once: true });
    setTimeout(done, PATIENCE_MS);
  });
}
