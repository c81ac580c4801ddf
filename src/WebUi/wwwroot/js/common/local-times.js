// @ts-check

/** Shows moments in the person's own time zone and language; what the server wrote, in UTC, stays as the title. */
const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
for (const element of document.querySelectorAll('time[data-local]')) {
  const moment = new Date(element.getAttribute('datetime') ?? '');
  if (Number.isNaN(moment.getTime())) continue;
  element.setAttribute('title', element.textContent ?? '');
  element.textContent = format.format(moment);
}

export {};
