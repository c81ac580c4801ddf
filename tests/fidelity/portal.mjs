// The portal as a process of its own, with its sandbox, and a person who presses its buttons.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const secretKey = 'sk_test_cleanissuing_sandbox';
const password = 'sandbox-demo-pass';

/** @returns {Promise<number>} A port that nothing listens on. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/**
 * What an address of the sandbox answers.
 * @param {string} address
 * @param {RequestInit} [init]
 * @returns {Promise<any>}
 */
export const ask = (address, init) =>
  fetch(address, { headers: { authorization: `Bearer ${secretKey}` }, ...init }).then((answer) => answer.json());

/** A nonce, made as Stripe.js makes it. */
export const nonceFor = async (sandbox, card) =>
  (await ask(`${sandbox}/browser/nonces`, {
    method: 'POST', body: JSON.stringify({ issuing_card: card }), headers: { authorization: 'Bearer pk_test_cleanissuing_sandbox' },
  })).nonce;

/** Asks again until the answer counts. */
export async function until(what, ask) {
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    if (await ask()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`It did not happen: ${what}`);
}

/** @param {string[]} settings Beyond those that it needs. */
export async function startPortal(...settings) {
  const folder = await mkdtemp(join(tmpdir(), 'cleanissuing-fidelity-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const [origin, sandbox] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${sandboxPort}`];
  const root = new URL('../../', import.meta.url).pathname;
  /** @type {import('node:child_process').ChildProcess} */
  let child;
  // "dotnet run" has the portal as a child.
  const kill = () => process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL');
  const start = async () => {
    child = spawn(
      'dotnet',
      [
        'run', '--project', join(root, 'src/WebUi'), '--no-launch-profile', '--', '--environment=Development', `--contentRoot=${folder}`,
        `--urls=${origin}`, `--Sandbox:Url=${sandbox}`, '--Portal:Limits:ChangesPerUser=1000000', '--Logging:LogLevel:Default=Error',
        ...settings,
      ],
      { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said = (said + text).slice(-4000)));
    await until('the portal starts', async () => {
      if (child.exitCode !== null) throw new Error(`The portal ended by itself:\n${said}`);
      return fetch(`${origin}/sign-in`).then((answer) => answer.ok, () => false);
    });
  };
  await start();
  return {
    origin,
    sandbox,
    async restart() {
      kill();
      await until('the portal ends', () => fetch(origin).then(() => false, () => true));
      await start();
    },
    async stop() {
      kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** A person's browser, as far as forms without scripts need one. */
export class Person {
  #cookies = new Map();

  /** @param {string} origin */
  constructor(origin) {
    this.origin = origin;
  }

  async #send(path, init = {}) {
    const answer = await fetch(this.origin + path, {
      redirect: 'manual',
      ...init,
      headers: { accept: 'text/html', cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...init.headers },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name, ...value] = cookie.split(';')[0].split('=');
      this.#cookies.set(name, value.join('='));
    }
    return answer;
  }

  async page(path) {
    const answer = await this.#send(path);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status}`);
    // What stands in a template is sent by nobody.
    return (await answer.text()).replace(/<template[^]*?<\/template>/g, '');
  }

  async signIn(email) {
    await this.fill('/sign-in', 'Password', { Email: email, Password: password });
  }

  /** Sends the form of a page that has this field, with other values; `press` is the button's name and value, or its address. */
  async fill(path, field, values, press = {}) {
    const html = await this.page(path);
    const form = formsOf(html).find(([, , body]) => body.includes(`name="${field}"`));
    if (!form) throw new Error(`${path} has no form with ${field}`);
    const fields = { ...fieldsOf(form[2]), ...values };
    return this.#post(press.address ?? /action="([^"]*)"/.exec(form[1])?.[1] ?? path, fields, press.name, press.value, path);
  }

  /** Presses a button that is a form's whole content, by its handler. */
  async press(path, handler) {
    const html = await this.page(path);
    const token = /name="__RequestVerificationToken"[^>]*value="([^"]+)"/.exec(html)?.[1];
    const form = formsOf(html).find(([, , body]) => body.includes(`handler=${handler}`));
    const hidden = fieldsOf(form?.[2] ?? '');
    return this.#post(`${path}?handler=${handler}`, { ...hidden, __RequestVerificationToken: token }, undefined, undefined, path);
  }

  /** Calls an address that takes JSON, with the token of a page. */
  async call(page, path, body) {
    const html = await this.page(page);
    const token = /name="__RequestVerificationToken"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? '';
    return this.#send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', accept: 'application/json', RequestVerificationToken: token },
    });
  }

  async #post(path, fields, name, value, page) {
    const body = new URLSearchParams();
    for (const [key, values] of Object.entries(fields)) {
      for (const one of [values].flat()) if (one !== undefined && one !== null) body.append(key, one);
    }
    if (name && name !== 'shown') body.append(name, value);
    const answer = await this.#send(path.replaceAll('&amp;', '&'), { method: 'POST', body });
    // A page that shows its result itself answers 200.
    if (answer.status !== (name === 'shown' ? 200 : 302)) {
      const text = (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
      const why = /(?:Problem|cannot|refused|must|Enter|Choose|Say).{0,200}/.exec(text)?.[0] ?? text.slice(0, 300);
      throw new Error(`POST ${path} of ${page}: ${answer.status} ${why}`);
    }
    return answer.headers.get('location');
  }
}

const formsOf = (html) => [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)];

/** What a form would send as it stands. */
function fieldsOf(body) {
  const fields = {};
  const decode = (text) => text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const add = (name, value) => (fields[name] = name in fields ? [fields[name], value].flat() : value);
  for (const element of body.matchAll(/<(input)([^>]*?)\/?>|<(select|textarea)([^>]*)>(.*?)<\/(?:select|textarea)>/gs)) {
    const [tag, attributes, inner] = [element[1] ?? element[3], element[2] ?? element[4], element[5]];
    const name = /\sname="([^"]*)"/.exec(attributes)?.[1];
    const type = /\stype="([^"]*)"/.exec(attributes)?.[1];
    if (!name || (['checkbox', 'radio'].includes(type ?? '') && !/\schecked/.test(attributes))) continue;
    if (tag === 'select') {
      const options = [...(inner ?? '').matchAll(/<option([^>]*)>/g)].map(([, option]) => option);
      const chosen = options.find((option) => /selected/.test(option)) ?? options[0];
      add(name, decode(/value="([^"]*)"/.exec(chosen ?? '')?.[1] ?? ''));
    } else {
      add(name, decode(/\svalue="([^"]*)"/.exec(attributes)?.[1] ?? (tag === 'textarea' ? (inner ?? '').trim() : '')));
    }
  }
  return fields;
}
