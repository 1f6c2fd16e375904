import type { Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import muster from '../../package.json' with { type: 'json' };

/** Whether traces are wanted: only then is anything of OpenTelemetry loaded, which takes half a second. */
export const wantsTraces = (environment: NodeJS.ProcessEnv): boolean =>
  environment.OTEL_SDK_DISABLED !== 'true' &&
  Boolean(environment.OTEL_EXPORTER_OTLP_ENDPOINT || environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);

/**
 * A span a call, sent to where `OTEL_EXPORTER_OTLP_…` says, going on with the caller's trace. As in the log of calls, it
 * holds the route and never what was asked for.
 */
export async function traceCalls(app: FastifyInstance): Promise<void> {
  const { propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode } = await import('@opentelemetry/api');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { defaultResource, detectResources, envDetector, resourceFromAttributes } = await import(
    '@opentelemetry/resources'
  );
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node');
  const ours = resourceFromAttributes({ 'service.name': muster.name, 'service.version': muster.version });
  const provider = new NodeTracerProvider({
    // What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say goes before what we say of ourselves.
    resource: defaultResource()
      .merge(ours)
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  const tracer = provider.getTracer(muster.name, muster.version);
  const spans = new WeakMap<FastifyRequest, Span>();
  app.addHook('onRequest', async (call) => {
    const { traceparent, tracestate } = call.headers;
    const parent = propagation.extract(ROOT_CONTEXT, { traceparent, tracestate });
    const attributes = { 'http.request.method': call.method, 'http.route': call.routeOptions.url ?? 'none' };
    const name = `${call.method} ${attributes['http.route']}`;
    spans.set(call, tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent));
  });
  app.addHook('onResponse', async (call, reply) => {
    const span = spans.get(call);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.problemCode !== undefined) span?.setAttribute('error.type', reply.problemCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
  app.addHook('onClose', async () => {
    // Nobody waits for a collector that is away.
    await provider.shutdown().catch(() => {});
  });
}
