// Only in 404.html, which a server shows at any depth: its relative links mean nothing there. So it looks for the lab
// in each folder above the missing address, nearest first, by the file that only the lab's own folder has.
(() => {
  const { entry, styles = '' } = document.currentScript?.dataset ?? {};
  const folders = location.pathname.split('/').slice(0, -1);
  const look = async (/** @type {number} */ depth) => {
    if (depth === 0) return;
    const base = `${folders.slice(0, depth).join('/')}/`;
    const answer = await fetch(`${base}manifest.webmanifest`).catch(() => undefined);
    const found = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
    if (found?.short_name !== 'Faultline') {
      await look(depth - 1);
      return;
    }
    for (const href of styles.split(' ')) {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = base + href;
      document.head.append(link);
    }
    const script = document.createElement('script');
    script.type = 'module';
    script.src = base + entry;
    document.head.append(script);
  };
  look(folders.length);
})();
