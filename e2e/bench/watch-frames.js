// Runs in a page before any script of its own: notes when each frame came and how long its script took, with what
// React does right after it. As plain JavaScript, since a compiler's help would not be there in the page.
(() => {
  const watched = { stamps: [], scripts: [] };
  window.watchedFrames = watched;
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((stamp) => {
      const began = performance.now();
      if (watched.stamps.at(-1) !== stamp) {
        watched.stamps.push(stamp);
        watched.scripts.push(0);
      }
      const frame = watched.scripts.length - 1;
      try {
        callback(stamp);
      } finally {
        // React draws what a callback set in a microtask, which stands before this one in the queue.
        queueMicrotask(() => {
          watched.scripts[frame] += performance.now() - began;
        });
      }
    });
})();
