// @ts-check

/** Tells the portal the browser's time zone, in a cookie, so that the pages that come next are written in it. */
const { zone, zoneCookie } = document.documentElement.dataset;
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zoneCookie && own && own !== zone) {
  const secure = location.protocol === 'https:' ? ';secure' : '';
  document.cookie = `${zoneCookie}=${encodeURIComponent(own)};path=/;max-age=31536000;samesite=lax${secure}`;
}

export {};
