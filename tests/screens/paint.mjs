// How soon a card's page shows something on a slow network, and how much of it comes over the network: npm run paint.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { startPortal } from '../fidelity/portal.mjs';

const [latency, bytesASecond, times] = [400, 50_000, 5];
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const path = '/cards/ic_1SandboxJennyVirtual';

// With files packed as a published portal sends them, not anew for each request.
const portal = await startPortal('--ReloadStaticAssetsAtRuntime=false');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? places.find(existsSync), args: ['--no-sandbox'] });
try {
  const paints = [];
  let bytes = 0;
  for (let i = 0; i < times; i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(portal.origin + '/sign-in');
    await page.getByLabel('E-mail address').fill('jenny@demo.test');
    await page.getByLabel('Password').fill('sandbox-demo-pass');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.locator('#user-menu').waitFor();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    // As for somebody who has never been here.
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false, latency, downloadThroughput: bytesASecond, uploadThroughput: bytesASecond,
    });
    bytes = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
    await page.goto(portal.origin + path, { waitUntil: 'load' });
    paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
    await context.close();
  }

  const [median] = paints.toSorted((a, b) => a - b).slice(times >> 1);
  console.log(`First paint of a card's page at ${latency} ms and ${bytesASecond / 1000} kB/s, median of ${times}: ${Math.round(median)} ms; `
    + `${Math.round(bytes / 1000)} kB over the network`);
  // What the card's page promises, on a machine that does nothing else.
  if (median > 2000) process.exitCode = 1;
} finally {
  await browser.close();
  await portal.stop();
}
