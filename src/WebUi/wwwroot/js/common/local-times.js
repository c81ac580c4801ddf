// @ts-check

/** Shows moments in the person's own time zone and language, and names that zone once. What the server wrote stays as the title. */
const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const hour = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** @param {Element} element */
function momentOf(element) {
  const moment = new Date(element.getAttribute('datetime') ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

for (const element of document.querySelectorAll('time[data-local]')) {
  const moment = momentOf(element);
  if (!moment) continue;
  element.setAttribute('title', `${element.textContent} UTC`);
  element.textContent = format.format(moment);
}

// Periods follow UTC, so the moment one ends stands in UTC, with the person's own hour beside it.
for (const element of document.querySelectorAll('time[data-local-hour]')) {
  const moment = momentOf(element);
  if (moment && moment.getTimezoneOffset() !== 0) element.textContent = `(${hour.format(moment)} your time)`;
}

const zone = document.getElementById('time-zone');
if (zone) zone.textContent = `Times are in ${format.resolvedOptions().timeZone.replace('_', ' ')}.`;

export {};
