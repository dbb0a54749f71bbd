// Classic and blocking, in the head: the remembered theme is set before the first paint.
try {
  const t = localStorage.getItem('theme');
  if (t === 'light' || t === 'dark') document.documentElement.dataset.theme = t;
} catch {}
