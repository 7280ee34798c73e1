// Runs before the first paint, inside the head of every page: the theme the reader chose, and the promise to fetch
// the scripts once the text has been painted. Everything else waits. It is inlined, so it must stay small and old.
(() => {
  const me = document.currentScript;
  const root = document.documentElement;
  let theme = null;
  try {
    theme = localStorage.getItem('faultline.theme');
  } catch {
    // Storage may be forbidden, as in some frames: then the system's theme it is.
  }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  root.dataset.scripts = 'on';
  const { entry, chunks = '' } = me?.dataset ?? {};
  if (!entry) return;
  const fetchScripts = () => {
    for (const href of chunks.split(' ').filter(Boolean)) {
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.href = href;
      document.head.append(link);
    }
    const script = document.createElement('script');
    script.type = 'module';
    script.src = entry;
    document.head.append(script);
  };
  // The browser says when the first text is on the screen. A page that is hidden is never painted, and a browser may
  // not say; so this waits no longer than it takes to notice.
  const afterPaint = () => {
    let asked = false;
    const once = () => {
      if (asked) return;
      asked = true;
      fetchScripts();
    };
    if (document.hidden) once();
    else new PerformanceObserver(once).observe({ type: 'paint', buffered: true });
    setTimeout(once, 300);
  };
  if (document.readyState === 'complete') afterPaint();
  else addEventListener('load', afterPaint);
})();
