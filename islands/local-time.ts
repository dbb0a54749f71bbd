// <local-time datetime="2026-12-01T19:00:00Z" data-zone="America/New_York">2:00 PM Eastern Time</local-time>
// adds the visitor's own time, where their clock shows another hour than the event's.

class LocalTime extends HTMLElement {
  connectedCallback() {
    if (this.querySelector('[data-your-time]')) return;
    const instant = new Date(this.getAttribute('datetime') ?? '');
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const there = this.dataset.zone;
    if (Number.isNaN(+instant) || !there || !here) return;
    if (offset(instant, here) === offset(instant, there)) return;

    const own = Object.assign(document.createElement('span'), {
      className: 'block',
      textContent: `Your time: ${sentence(instant, here)}`,
    });
    own.dataset.yourTime = '';
    // The space keeps the two apart where the block is copied, or read without styles.
    this.append(' ', own);
  }
}

function sentence(instant: Date, timeZone: string) {
  // Spelled out, because browsers differ in commas and in the space before PM.
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      hour12: true,
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const { hour, minute, dayPeriod, weekday, day, month } = parts;
  return `${hour}:${minute}\u00a0${dayPeriod}, ${weekday} ${day} ${month} (${zoneName(instant, timeZone)})`;
}

// Chromium still reports these under the names they had.
const renamed: Record<string, string> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho Chi Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

function zoneName(instant: Date, timeZone: string) {
  // "Etc/GMT+3" means three hours behind: print the offset, which nobody reads the wrong way round.
  if (/^Etc\/|^[+-]/.test(timeZone)) return offset(instant, timeZone);
  if (!timeZone.includes('/')) return timeZone;
  return `${renamed[timeZone] ?? timeZone.replaceAll('_', ' ')} time`;
}

function offset(instant: Date, timeZone: string) {
  return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value as string;
}

customElements.define('local-time', LocalTime);

export {};
