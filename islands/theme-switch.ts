// <theme-switch></theme-switch>: three radios, so that arrow keys, names and states are the browser's own.
// It is empty until scripts run. theme.js applies the same choice before the first paint.

const choices = ['System', 'Light', 'Dark'];
let count = 0;

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return;
    const legend = Object.assign(document.createElement('legend'), {
      className: 'float-left me-2 inline-flex min-h-6 items-center',
      textContent: 'Theme',
    });
    const fieldset = Object.assign(document.createElement('fieldset'), {
      className: 'flex flex-wrap gap-x-3',
    });
    const name = `theme-${count++}`;
    fieldset.append(legend, ...choices.map((label) => option(name, label)));
    fieldset.addEventListener('change', (event) => choose((event.target as HTMLInputElement).value));
    this.append(fieldset);
    show(remembered());
  }
}

function option(name: string, label: string) {
  const value = label.toLowerCase();
  const input = Object.assign(document.createElement('input'), { type: 'radio', name, value });
  const element = Object.assign(document.createElement('label'), {
    className: 'inline-flex min-h-6 cursor-pointer items-center gap-1',
  });
  element.append(input, label);
  return element;
}

function choose(theme: string) {
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage is refused: the choice holds for this page.
  }
  show(theme);
}

function show(theme: string) {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  for (const input of document.querySelectorAll<HTMLInputElement>('theme-switch input')) {
    input.checked = input.value === theme;
  }
}

function remembered() {
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') return theme;
  } catch {
    return document.documentElement.dataset.theme ?? 'system';
  }
  return 'system';
}

customElements.define('theme-switch', ThemeSwitch);

// Another tab changed it, also while this page lay in the back/forward cache.
addEventListener('storage', (event) => {
  if (event.key === 'theme' || event.key === null) show(remembered());
});
addEventListener('pageshow', (event) => {
  if (event.persisted) show(remembered());
});

export {};
