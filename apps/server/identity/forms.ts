import type { FastifyInstance } from 'fastify';

/** Lets these routes take what a form sends: text fields, each once, of a few thousand letters in all. */
export function takeForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 8 * 1024 },
    (_call, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}
