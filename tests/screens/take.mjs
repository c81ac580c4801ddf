// Takes a picture of every page, at two widths, light and dark, and writes docs/screens.md: npm run screens.
import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { ask, startPortal, until } from '../fidelity/portal.mjs';

const docs = new URL('../../docs/', import.meta.url).pathname;
const [platform, lumiere] = ['acct_1SandboxPlatform', 'acct_1SandboxLumiere'];
const card = (name) => '/cards/ic_1Sandbox' + name;
const omars = '/controls?card=ic_1SandboxOmarVirtual&card=ic_1SandboxOmarShipping';
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @typedef {import('playwright-core').Page} Page */

/** Shows number, expiry and security code. */
const show = async (/** @type {Page} */ page) => {
  await page.getByRole('button', { name: 'Show details' }).click();
  await page.getByRole('button', { name: 'Hide details' }).waitFor();
};

/** What Stripe is made to do wrong, as long as something is done. */
const whileFaulty = async (/** @type {string} */ sandbox, /** @type {Record<string, string>} */ fault, /** @type {() => Promise<unknown>} */ act) => {
  await ask(`${sandbox}/sandbox/faults`, { method: 'POST', body: new URLSearchParams(fault) });
  await act();
  await ask(`${sandbox}/sandbox/faults`, { method: 'DELETE' });
};

/** A new card, and waits until the portal shows it. */
const newCard = async (/** @type {Page} */ page, /** @type {string} */ sandbox) => {
  const { id } = await ask(`${sandbox}/v1/issuing/cards`, {
    method: 'POST', body: new URLSearchParams({ cardholder: 'ich_1SandboxJenny', currency: 'usd', type: 'virtual', status: 'active' }),
  });
  await until('the card is known', async () => (await page.goto(`${portal.origin}/cards/${id}`))?.ok());
  return id;
};

/** An event that cannot be trusted: it comes from the future. */
const deadLetter = async () => {
  const now = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({
    id: 'evt_1FromTheFuture', object: 'event', type: 'issuing_cardholder.updated', livemode: false, created: now + 1200,
    data: { object: { id: 'ich_1SandboxNia', object: 'issuing.cardholder', name: 'Nia Okafor', status: 'active' } },
  });
  const signature = createHmac('sha256', 'whsec_cleanissuing_sandbox').update(`${now}.${body}`).digest('hex');
  await fetch(portal.origin + '/webhooks/stripe', { method: 'POST', body, headers: { 'Stripe-Signature': `t=${now},v1=${signature}` } });
};

/** Sets the countries of two cards, up to the question. */
const review = async (/** @type {Page} */ page) => {
  const countries = page.getByRole('region', { name: 'Merchant countries' });
  await countries.getByLabel('Allow only selected').check();
  for (const code of ['US', 'KW', 'FR', 'DE', 'IT', 'ES', 'GB'].slice(0, 2 + edits++ % 6)) await countries.locator(`input[value=${code}]`).check();
  await page.getByRole('button', { name: 'Review the change' }).click();
  await page.getByRole('heading', { name: 'Change 2 cards?' }).waitFor();
};

/** Chooses two cards that can be frozen. */
const choose = async (/** @type {Page} */ page) => {
  for (const name of ['JennyVirtual', 'JennyPhysical']) await page.locator(`tbody input[value=ic_1Sandbox${name}]`).check();
};

/** A physical card of Omar's, on its way. */
const arriving = new URLSearchParams({
  cardholder: 'ich_1SandboxOmar', currency: 'usd', type: 'physical', status: 'inactive', 'shipping[name]': 'Omar Haddad',
  'shipping[address][line1]': '12 Harbor Lane', 'shipping[address][city]': 'Boston', 'shipping[address][postal_code]': '02110',
  'shipping[address][country]': 'US',
});

/** Sets them. */
const changeBoth = async (/** @type {Page} */ page) => {
  await review(page);
  await page.getByRole('button', { name: 'Change 2 cards' }).click();
  await page.getByText('2 of 2 cards done. Finished.').waitFor();
};

/** Edits of this run: each sets another limit, so that it changes something. */
let edits = 0;

/**
 * What is shown of whom, in this order.
 * @type {[file: string, title: string, who: string | null, path: string, then?: (page: Page, sandbox: string) => Promise<unknown>][]}
 */
const screens = [
  ['sign-in', 'Sign in', null, '/sign-in'],
  ['sign-in-ended', 'Signing in again after a session has ended', null, '/sign-in?returnUrl=%2Fcards'],
  ['my-cards', 'My cards', 'jenny', '/'],
  ['menu', 'The user menu', 'jenny', '/', (page) => page.locator('#user-menu > summary').click()],
  ['no-card', 'No cards yet', 'nia', '/'],
  ['card', 'A virtual card', 'jenny', card('JennyVirtual')],
  ['card-shown', 'Details shown', 'jenny', card('JennyVirtual'), show],
  ['card-physical', 'A physical card', 'jenny', card('JennyPhysical')],
  ['card-frozen', 'A frozen card', 'jenny', card('JennyFrozen')],
  ['card-canceled', 'A canceled card', 'jenny', card('JennyCanceled')],
  ['card-expiring', 'A card that expires soon', 'jenny', card('JennyExpiring')],
  ['billing-address', 'The billing address', 'jenny', card('JennyVirtual') + '/billing-address'],
  ['card-trouble', 'Stripe fails', 'jenny', card('JennyVirtual'), async (page, sandbox) => {
    await whileFaulty(sandbox, { kind: 'ServerError', path: '/v1/ephemeral_keys', times: '2' }, async () => {
      await page.getByRole('button', { name: 'Show details' }).click();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    });
  }],
  ['card-told', 'A card was frozen, which can be undone', 'jenny', '/', async (page, sandbox) => {
    await newCard(page, sandbox);
    await page.getByRole('button', { name: 'Freeze' }).click();
    await page.locator('#done').waitFor();
  }],
  ['card-pending', 'A change that Stripe has not confirmed', 'jenny', '/', async (page, sandbox) => {
    const id = await newCard(page, sandbox);
    await whileFaulty(sandbox, { kind: 'ServerError', path: '/v1/issuing/cards/' + id }, async () => {
      await page.getByRole('button', { name: 'Freeze' }).click();
      await page.locator('#form-errors, .notice-problem').first().waitFor();
    });
    await page.goto(portal.origin + '/cards/' + id);
  }],
  ['card-menu', 'What can be done with a card', 'jenny', card('JennyVirtual'), (page) => page.locator('#card-actions summary').click()],
  ['card-arrived', 'A card that has been delivered', 'omar', '/', async (page, sandbox) => {
    const made = await ask(`${sandbox}/v1/issuing/cards`, { method: 'POST', body: arriving });
    for (const step of ['ship', 'deliver'])
      await ask(`${sandbox}/v1/test_helpers/issuing/cards/${made.id}/shipping/${step}`, { method: 'POST' });
    await until('the card is delivered', async () => {
      await page.goto(new URL('/cards/' + made.id, page.url()).href);
      return await page.getByRole('heading', { name: 'Activate your card' }).count() > 0;
    });
  }],
  ['card-name', 'Name and color', 'jenny', card('JennyVirtual') + '/name'],
  ['check', 'Can I buy this?', 'jenny', card('JennyVirtual') + '/check?Amount=900&Category=taxicabs_limousines&Country=US&Where=online'],
  ['check-dialog', 'Can I buy this? as a dialog', 'jenny', card('JennyVirtual'), async (page) => {
    await page.getByRole('link', { name: 'Can I buy this?' }).click();
    await page.getByRole('dialog').waitFor();
  }],
  ['purchases', 'Purchases', 'jenny', '/purchases'],
  ['purchases-found', 'Purchases that were looked for', 'jenny', '/purchases?state=approved&text=hotel'],
  ['purchases-none', 'No purchases match', 'jenny', '/purchases?text=nothing+like+this'],
  ['purchase', 'A purchase', 'jenny', '/purchases?state=approved', (page) => page.locator('.list .cover').first().click()],
  ['purchase-pending', 'A purchase that is pending', 'jenny', '/purchases?state=pending',
    (page) => page.locator('.list .cover').first().click()],
  ['purchase-returned', 'A purchase that the merchant gave up', 'jenny', '/purchases', async (page, sandbox) => {
    const purchases = `${sandbox}/v1/test_helpers/issuing/authorizations`;
    const { id } = await ask(purchases, {
      method: 'POST',
      body: new URLSearchParams({
        card: await newCard(page, sandbox), amount: '4200', 'merchant_data[name]': 'Given Up', 'merchant_data[category]': 'hotels_motels_and_resorts',
      }),
    });
    await ask(`${purchases}/${id}/reverse`, { method: 'POST' });
    await until('the purchase is reversed', async () => {
      await page.goto(`${portal.origin}/purchases/${id}`);
      return await page.getByText('Reversed').count() > 0;
    });
  }],
  ['purchase-declined', 'A declined purchase', 'jenny', '/purchases?state=declined',
    (page) => page.locator('.list .cover').first().click()],
  ['you', 'You', 'jenny', '/me'],
  ['security', 'Sign-in and security', 'jenny', '/me/security'],
  ['password', 'Changing the password', 'jenny', '/me/password'],
  ['passkey', 'Adding a passkey', 'jenny', '/me/passkeys/new'],
  ['session-ending', 'The session is about to end', 'yuki', '/', async (page) => {
    // Nobody waits half an hour for a picture: the page is told that it has passed.
    await page.clock.install();
    await page.route('**/session', (route) => route.fulfill({ json: { idle: 100, absolute: 20_000 } }));
    await page.reload();
    await page.clock.fastForward('29:00');
    await page.getByRole('dialog').waitFor();
  }],
  ['authenticator', 'Setting up an authenticator app', 'nia', '/me/authenticator', async (page) => {
    await page.getByLabel('Your password').fill('sandbox-demo-pass');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('.qr').waitFor();
  }],
  ['step-up', 'A code before a PIN is shown', 'jenny', card('JennyPhysical'), async (page) => {
    await page.getByRole('button', { name: 'Show PIN' }).click();
    await page.getByRole('dialog').waitFor();
  }],
  ['overview', "An admin's overview", 'admin', '/'],
  ['purchase-admin', 'A declined purchase, as an admin sees it', 'admin', '/purchases?state=declined',
    (page) => page.locator('.list .cover').first().click()],
  ['cards', 'Cards', 'admin', '/cards'],
  ['cards-chosen', 'Cards, some of them chosen', 'admin', '/cards', async (page) => {
    await choose(page);
  }],
  ['cards-freeze', 'Many cards are frozen', 'admin', '/cards', async (page) => {
    await page.getByRole('button', { name: 'Freeze' }).click();
    await page.getByRole('heading', { name: /^Freeze \d cards?\?$/ }).waitFor();
  }],
  ['cards-none', 'No cards match', 'admin', '/cards?text=nobody'],
  ['overview-viewer', 'The overview, as a viewer sees it', 'vera', '/'],
  ['card-viewer', 'A card, as a viewer sees it', 'vera', card('ClaireVirtual')],
  ['controls-viewer', 'Spend controls, as a viewer sees them', 'vera', card('ClaireVirtual') + '/controls'],
  ['cards-viewer', 'Cards, as a viewer sees them', 'vera', '/cards'],
  ['admin-card', 'A card, as an admin sees it', 'admin', card('JennyVirtual')],
  ['controls', 'Spend controls with a preview of their impact', 'admin', card('JennyVirtual') + '/controls', async (page) => {
    await page.getByLabel('Amount').fill('60');
    await page.locator('#impact-sum').waitFor();
  }],
  ['controls-limit', 'The categories of a limit', 'admin', card('JennyPhysical') + '/controls', async (page) => {
    await page.locator('.limit-pick').first().click();
    await page.getByRole('dialog').getByPlaceholder('Search').fill('air');
  }],
  ['controls-conflict', 'Somebody else has changed the controls', 'admin', card('JennyFrozen') + '/controls', async (page) => {
    const other = await page.context().newPage();
    for (const [at, amount] of /** @type {const} */ ([[other, 700], [page, 900]])) {
      await at.goto(portal.origin + card('JennyFrozen') + '/controls');
      if (at === other) await page.reload();
      await at.getByLabel('Amount').first().fill(String(amount + ++edits));
    }
    await other.getByRole('button', { name: 'Save changes' }).click();
    await other.locator('#done').waitFor();
    await other.close();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.locator('#conflict').waitFor();
  }],
  ['history', 'History of spend controls', 'admin', card('JennyPhysical') + '/controls', async (page) => {
    const amount = page.getByLabel('Amount').first();
    await amount.fill(String(500 + ++edits * 50));
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.locator('#done').waitFor();
    await page.goto(portal.origin + card('JennyPhysical') + '/controls/history');
  }],
  ['revert', 'A change is taken back', 'admin', card('JennyPhysical') + '/controls/history', async (page) => {
    await page.getByRole('link', { name: 'Revert' }).first().click();
    await page.locator('#revert').waitFor();
  }],
  ['simulated', 'A simulated purchase', 'admin', card('JennyVirtual') + '/simulate', async (page) => {
    await page.getByLabel('Amount').fill('12');
    await page.getByRole('button', { name: 'Simulate' }).click();
    await page.locator('#outcome .answer').waitFor();
  }],
  ['issue', 'Issue a card', 'admin', `/cards/issue?account=${platform}`],
  ['issue-physical', 'Issue a physical card', 'admin', `/cards/issue?account=${platform}&cardholder=ich_1SandboxJenny`, async (page) => {
    const next = page.locator('.step').first().getByRole('button', { name: 'Continue' });
    if (await next.isVisible()) await next.click();
    await page.getByLabel('Physical, sent by post').check();
    await page.getByLabel('Recipient').waitFor();
    await page.locator('#address').evaluate((address) => address.scrollIntoView());
  }],
  ['issue-problems', 'What is missing is told', 'admin', `/cards/issue?account=${platform}`, async (page) => {
    await page.getByRole('button', { name: 'Issue the card' }).last().click();
    await page.locator('.field-problem').first().waitFor();
  }],
  ['cancel-dialog', 'Cancel a card', 'admin', card('JennyVirtual'), async (page) => {
    await page.locator('#card-actions summary').click();
    await page.getByRole('link', { name: 'Cancel card' }).click();
    await page.getByRole('dialog').waitFor();
  }],
  ['cancel', 'Lost or stolen', 'admin', card('JennyVirtual') + '/report'],
  ['replace', 'Replace a card', 'admin', card('JennyPhysical') + '/replace'],
  ['bulk-groups', 'Cards of two currencies', 'admin', '/controls?card=ic_1SandboxJennyVirtual&card=ic_1SandboxOmarVirtual'],
  ['cards-cancel', 'Many cards are canceled', 'admin', '/cards', async (page) => {
    await choose(page);
    await page.locator('#selection').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: /^Cancel \d cards?\?$/ }).waitFor();
  }],
  ['bulk', 'Bulk edit', 'admin', '/controls?card=ic_1SandboxJennyVirtual&card=ic_1SandboxJennyPhysical'],
  ['bulk-review', 'The summary of a bulk edit', 'admin', omars, review],
  ['bulk-running', 'A bulk edit under way', 'admin', omars, async (page, sandbox) => {
    await review(page);
    await ask(`${sandbox}/sandbox/faults`, {
      method: 'POST', body: new URLSearchParams({ kind: 'Latency', path: '/v1/issuing/cards', delay_ms: '4000', times: '2', method: 'POST' }),
    });
    await page.getByRole('button', { name: 'Change 2 cards' }).click();
    await page.locator('#bulk[data-finished=false]').waitFor();
  }],
  ['bulk-done', 'The outcome of a bulk edit', 'admin', omars, changeBoth],
  ['bulk-edits', 'Bulk edits', 'admin', '/controls/edits'],
  ['cardholders', 'Cardholders', 'admin', '/cardholders'],
  ['cardholder', 'A cardholder', 'admin', '/cardholders/ich_1SandboxJenny'],
  ['cardholder-controls', 'Spend controls of a cardholder', 'admin', '/cardholders/ich_1SandboxJenny/controls', async (page) => {
    await page.locator('#add-limit').click();
    await page.getByLabel('Amount').fill('4000');
    await page.locator('#impact-sum').waitFor();
  }],
  ['cardholder-history', 'History of a cardholder’s spend controls', 'admin', '/cardholders/ich_1SandboxOmar/controls', async (page) => {
    if (await page.getByLabel('Amount').count() === 0) await page.locator('#add-limit').click();
    await page.getByLabel('Amount').last().fill(String(4000 + ++edits));
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.locator('#done').waitFor();
    await page.goto(portal.origin + '/cardholders/ich_1SandboxOmar/controls/history');
  }],
  ['settings', 'Settings', 'admin', '/settings'],
  ['activate', 'A card that is on its way is activated', 'admin', card('OmarShipping') + '/activate'],
  ['audit', 'Audit log', 'admin', '/audit'],
  ['audit-none', 'Nothing in the audit log matches', 'admin', '/audit?text=nothing+like+this'],
  ['events', 'Dead letters', 'admin', '/', async (page) => {
    await deadLetter();
    await until('the event is a dead letter', async () => {
      await page.goto(portal.origin + '/events');
      return await page.getByRole('button', { name: 'Try again' }).count() > 0;
    });
  }],
  ['component-list', "Stripe's component: cards", 'lea', `/accounts/${lumiere}/cards`,
    (page) => page.frameLocator('#component iframe').getByRole('heading').first().waitFor()],
  ['component-card', "Stripe's component: a card", 'lea', `/accounts/${lumiere}/cards/ic_1SandboxClaireVirtual`,
    (page) => page.frameLocator('#component iframe').getByRole('heading').first().waitFor()],
  ['not-found', 'Not found', 'admin', '/cards/ic_1Nothing'],
  ['forbidden', 'Not allowed', 'vera', '/audit'],
];

/** Takes a picture. As WebP it is half as large as it would be as JPEG. */
const take = async (/** @type {Page} */ page, /** @type {string} */ name) => {
  await page.waitForLoadState('load');
  await page.bringToFront();
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 55 });
  await session.detach();
  await writeFile(`${docs}screenshots/${name}.webp`, Buffer.from(data, 'base64'));
};

const portal = await startPortal();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? places.find(existsSync), args: ['--no-sandbox'] });
try {
  await rm(docs + 'screenshots', { recursive: true, force: true });
  await mkdir(docs + 'screenshots', { recursive: true });
  for (const width of [1280, 390]) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      /** @type {Map<string | null, Page>} */
      const pages = new Map();
      for (const [file, , who, path, then] of screens) {
        let page = pages.get(who);
        if (!page) {
          const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme, reducedMotion: 'reduce' });
          pages.set(who, page = await context.newPage());
          if (who) {
            await page.goto(portal.origin + '/sign-in');
            await page.getByLabel('E-mail address').fill(who + '@demo.test');
            await page.getByLabel('Password').fill('sandbox-demo-pass');
            await page.getByRole('button', { name: 'Sign in', exact: true }).click();
            await page.locator('#user-menu').waitFor();
          }
        }

        await page.goto(portal.origin + path, { waitUntil: 'load' });
        await then?.(page, portal.sandbox);
        await take(page, `${file}-${width}-${colorScheme}`);
      }
      for (const page of pages.values()) await page.context().close();
    }
  }

  const shown = (file, title, width, scheme) => `![${title}, ${width} pixels, ${scheme}](screenshots/${file}-${width}-${scheme}.webp)`;
  const rows = screens.map(([file, title]) =>
    `| ${title} | ${[[1280, 'light'], [1280, 'dark'], [390, 'light'], [390, 'dark']]
      .map(([width, scheme]) => shown(file, title, width, scheme)).join(' | ')} |`);
  await writeFile(docs + 'screens.md', [
    '# Screens', '', 'Each page from the sandbox, at 1280 and 390 pixels, light and dark. Taken anew by `npm ci && npm run screens`.', '',
    '| Page | Wide, light | Wide, dark | Narrow, light | Narrow, dark |', '| --- | --- | --- | --- | --- |', ...rows, '',
  ].join('\n'));
} finally {
  await browser.close();
  await portal.stop();
}
