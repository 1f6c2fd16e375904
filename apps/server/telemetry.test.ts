import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { wantsTraces } from './telemetry.ts';
import { serverInMemory } from './testing.ts';

it.each([
  [{}, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, true],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://127.0.0.1:4318/v1/traces' }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' }, false],
])('traces are made only where a place for them is named: %o, %s', (environment, wanted) => {
  expect(wantsTraces(environment)).toBe(wanted);
});

it('a call is a span of its route that goes on with the caller’s trace, with nothing of what was asked', async () => {
  const bodies: string[] = [];
  const collector = createServer((call, answer) => {
    let body = '';
    call.on('data', (some) => {
      body += some;
    });
    call.on('end', () => {
      bodies.push(body);
      answer.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((settle) => collector.once('listening', settle));
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${(collector.address() as AddressInfo).port}`);
  vi.stubEnv('OTEL_SERVICE_NAME', 'muster-east');
  const { app } = await serverInMemory({ traces: true });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const headers = { traceparent: `00-${traceId}-b7ad6b7169203331-01` };
  await app.inject({ url: '/api/requests/req_canary?words=canary', headers });
  await app.close();
  collector.close();
  vi.unstubAllEnvs();
  const [sent] = bodies.map((body) => JSON.parse(body).resourceSpans[0]);
  expect(sent.resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'muster-east' } });
  const [span] = sent.scopeSpans[0].spans;
  expect(span).toMatchObject({ name: 'GET /api/requests/:requestId', traceId, parentSpanId: 'b7ad6b7169203331' });
  expect(span.attributes).toContainEqual({ key: 'error.type', value: { stringValue: 'REQUEST_UNKNOWN' } });
  expect(bodies.join('')).not.toContain('canary');
});
