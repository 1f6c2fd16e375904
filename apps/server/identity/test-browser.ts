import { request as overHttp } from 'node:http';
import { request as overTls } from 'node:https';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { demoPassword } from './demo-people.ts';

/** Where a server that does not listen believes itself to be reached. */
export const origin = 'http://127.0.0.1:4600';

/** Whatever calls can be put to. */
type Called = Pick<FastifyInstance, 'inject'>;

/** A server by its address, over the network; any certificate will do. */
export function callOver(address: string): Called {
  const inject = ({ method = 'GET', url, headers, payload }: InjectOptions) =>
    new Promise((settle, fail) => {
      const to = new URL(String(url), address);
      const send = to.protocol === 'https:' ? overTls : overHttp;
      const body = typeof payload === 'object' ? JSON.stringify(payload) : (payload as string | undefined);
      const kind = typeof payload === 'object' ? { 'content-type': 'application/json' } : {};
      const options = { method, headers: { ...kind, ...headers }, rejectUnauthorized: false };
      const call = send(to, options as object, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        const { statusCode } = answer;
        answer.on('end', () =>
          settle({ statusCode, headers: answer.headers, body: text, json: () => JSON.parse(text) }),
        );
        answer.on('error', fail);
      });
      call.on('error', fail);
      call.end(body);
    });
  return { inject } as unknown as Called;
}

/** As a browser would: keeps cookies, with their paths, and follows redirects within this server. */
export class Browser {
  readonly #app: Called;
  readonly #at: string;
  readonly cookies = new Map<string, { value: string; path: string }>();
  /** Every Set-Cookie there was, as it came. */
  readonly given: string[] = [];
  constructor(app: Called, at = origin) {
    this.#app = app;
    this.#at = at;
  }

  async call(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    over: InjectOptions = {},
  ): Promise<LightMyRequestResponse> {
    const { pathname, search, host } = new URL(url, this.#at);
    const cookie = [...this.cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const headers = { host, ...(cookie && { cookie }), ...over.headers };
    const answer = await this.#app.inject({ ...over, method, url: `${pathname}${search}`, headers });
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) this.#take(set);
    return answer;
  }

  #take(set: string): void {
    this.given.push(set);
    const [pair = '', ...rest] = set.split('; ');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const path = /^path=(.*)$/i.exec(rest.find((part) => /^path=/i.test(part)) ?? '')?.[1] ?? '/';
    const isOver =
      value === '' || rest.some((part) => /^max-age=0$/i.test(part) || /^expires=Thu, 01 Jan 1970/i.test(part));
    if (isOver) this.cookies.delete(name);
    else this.cookies.set(name, { value, path });
  }

  /** Opens a page and goes where it is sent, within this server, until something is shown. */
  async open(url: string): Promise<{ url: string; shown: LightMyRequestResponse }> {
    let at = url;
    for (let steps = 0; steps < 10; steps += 1) {
      const shown = await this.call('GET', at);
      const next = shown.headers.location;
      if (shown.statusCode < 300 || shown.statusCode >= 400 || next === undefined) return { url: at, shown };
      at = new URL(String(next), new URL(at, this.#at)).href;
      if (!at.startsWith(this.#at)) return { url: at, shown };
    }
    throw new Error(`It goes round and round: ${at}`);
  }

  form(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    return this.call('POST', url, {
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: this.#at,
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      payload: new URLSearchParams(fields).toString(),
    });
  }

  /** Logs in at the embedded issuer; gives the page that it ends on. */
  async logIn(name: string, password = demoPassword, login = '/login') {
    const { url, shown } = await this.open(login);
    if (shown.statusCode !== 200) throw new Error(`${url} answered ${shown.statusCode}: ${shown.body}`);
    const answer = await this.form(url, { name, password });
    if (answer.statusCode !== 303) return { url, shown: answer };
    return this.open(new URL(String(answer.headers.location), this.#at).href);
  }

  async me(): Promise<Record<string, unknown>> {
    return (await this.call('GET', '/api/me')).json();
  }
}
