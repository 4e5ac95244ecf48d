import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Downloads } from './attachments/downloads.js';
import { Gate } from './attachments/gate.js';
import { attachmentHandlers } from './attachments/handlers.js';
import { inspect } from './attachments/inspect.js';
import { AttachmentRepository } from './attachments/repository.js';
import { RequestFiles } from './attachments/request-files.js';
import { Uploads, type Inspect } from './attachments/uploads.js';
import { ballotHandlersOf } from './ballots/assembly.js';
import { watchBallots, type BallotTurns } from './ballots/ballot-turns.js';
import { caseEngineOf, caseHandlersOf, type CaseEngine } from './cases/assembly.js';
import { CaseRulebook } from './cases/case-rules.js';
import { watchOverdue } from './cases/overdue.js';
import { reportHandlersOf } from './case-reports/assembly.js';
import type { Clock } from './clock.js';
import { councilEngineOf, councilHandlersOf } from './councils/assembly.js';
import type { Config } from './config.js';
import type { Database } from './database/database.js';
import { federationHandlers } from './federations/handlers.js';
import { FederationRepository } from './federations/repository.js';
import { helpRequestHandlers } from './help-requests/handlers.js';
import { Forms } from './help-requests/forms.js';
import { HelpRequestRepository } from './help-requests/repository.js';
import { Submissions } from './help-requests/submissions.js';
import { registerParsers } from './http/body-parsers.js';
import { answerClientError, sendProblem } from './http/error-handler.js';
import { baseHeaders, sendOptions } from './http/headers.js';
import { factsOf, loggerOptions } from './http/log.js';
import { Places } from './http/places.js';
import { createRateLimiter, type RateLimiter } from './http/rate-limits.js';
import { newRequestId, traceIdOf } from './http/request-id.js';
import { SlowClients } from './http/slow-clients.js';
import { plainAssets, serveStaticFiles, staticFolders, type StaticFolders } from './http/static-files.js';
import { Idempotency } from './idempotency.js';
import { FederationKeys } from './keys/federation-keys.js';
import type { Keyring } from './keys/keyring.js';
import { WholeFiles } from './http/whole-files.js';
import type { LiveHub } from './live/hub.js';
import { ownCaseHandlersOf } from './own-case/assembly.js';
import { ProblemError } from './problem.js';
import { methodsOf, registerRoutes, type Handlers } from './routes.js';
import { securityChecks } from './security/checks.js';
import { GuessBrake } from './security/guess-brake.js';
import { Receipts } from './security/receipts.js';
import { servicePointHandlersOf } from './service-points/assembly.js';
import { serviceHandlers } from './service/handlers.js';
import { staffHandlersOf, type StaffAssembly } from './staff/assembly.js';
import { AuditLog } from './staff/audit.js';
import { Staff } from './staff/staff.js';
import { webhookHandlersOf } from './webhooks/assembly.js';
import { deliverRegularly, type Courier } from './webhooks/courier.js';

/** What the service is made of; main.ts makes them for real, tests as they need them. */
export interface AppParts {
  /** Open and migrated. Stays open when the app is closed. */
  readonly database: Database;
  readonly keys: Keyring;
  readonly clock: Clock;
  readonly config: Config;
  /** Where log lines go; standard output where it is left out. */
  readonly logStream?: { write(line: string): void };
  /** Looks at files; replaced by tests only. */
  readonly inspect?: Inspect;
  /** Draws case numbers; replaced by tests only. */
  readonly drawNumber?: () => string;
  /** Draws ids of service points; replaced by tests only. */
  readonly drawPointId?: () => string;
  /** Draws what areas of confidential places are made from, 16 bytes; replaced by tests only. */
  readonly drawAreaSeed?: () => Buffer;
  /** Hashes passwords; replaced by tests only. */
  readonly argon2?: StaffAssembly['argon2'];
  /** How a slowed sign-in waits; replaced by tests only. */
  readonly wait?: StaffAssembly['wait'];
  /** Files beside the API; `undefined` serves none. */
  readonly folders?: StaticFolders | undefined;
}

/** Longest request line and headers together, in bytes. */
const headerLimit = 16_384;
/** Seconds that are told to who sends a file while too many are looked at. */
const busySeconds = 5;

/** Builds the service without listening. Throws `StartError`, `HelpFormBroken` or `CaseRulesBroken` where it would not be complete. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { config } = parts;
  const app = Fastify({
    logger: loggerOptions(config.logLevel, parts.logStream),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: newRequestId,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    connectionTimeout: config.clientTimes.idle,
    keepAliveTimeout: 10_000,
    // Of a whole request; a piece that keeps its pace is done before. What is slower is cut by `SlowClients`.
    requestTimeout: 300_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: headerLimit },
    rewriteUrl: ({ url = '/' }) => plainAssets(url),
    http: {
      headersTimeout: config.clientTimes.headers,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: headerLimit,
      // Node would answer by itself, without a problem.
      requireHostHeader: false,
    },
    // Such as an address that cannot be decoded: no hook has run for it.
    frameworkErrors: (error, request, reply) =>
      void sendProblem(error, request, reply.headers({ ...baseHeaders, 'Fulian-Request-Id': request.id })),
    clientErrorHandler: answerClientError,
  });
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.decorateReply('problemCode', '');
  app.decorateRequest('credentials');

  const limits = await createRateLimiter(app, config.rateLimits);
  const slowClients = new SlowClients(app, config.clientTimes);
  registerParsers(app);
  app.setErrorHandler(sendProblem);
  addHooks(app, limits, parts.database);
  const { handlers, forms, rulebook, engine, staff, hub, courier, ballotTurns } = assemble(
    parts,
    slowClients,
    (error) => app.log.warn(factsOf(error), 'streams failed'),
  );
  registerRoutes(app, handlers, {
    checks: securityChecks,
    limits,
    slowClients,
    places: new Places(),
    wholeFiles: new WholeFiles(staff),
  });
  app.addHook('preClose', () => hub.close());
  const folders = 'folders' in parts ? parts.folders : staticFolders;
  if (folders) await serveStaticFiles(app, folders);
  app.setNotFoundHandler((request) => refuseUnknown(request));
  await forms.assertUsable();
  await rulebook.assertUsable();
  const stopping = new AbortController();
  app.addHook('onListen', async () => {
    const failed = (error: unknown) => app.log.warn(factsOf(error), 'telling of overdue cases failed');
    watchOverdue({ ...parts, ...engine }, failed, stopping.signal);
    const undelivered = (error: unknown) => app.log.warn(factsOf(error), 'delivering to webhooks failed');
    deliverRegularly(courier, undelivered, stopping.signal);
    const unclosed = (error: unknown) => app.log.warn(factsOf(error), 'closing of ballots failed');
    watchBallots(ballotTurns, unclosed, stopping.signal);
  });
  app.addHook('preClose', async () => stopping.abort());
  await app.ready();
  return app;
}

function addHooks(app: FastifyInstance, limits: RateLimiter, database: Database): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...baseHeaders, 'Fulian-Request-Id': request.id });
    if (request.method === 'OPTIONS') {
      const methods = methodsOf(request.url);
      if (methods.length > 0) return sendOptions(reply, methods);
    }
    if (!request.is404) {
      if (request.method !== 'GET' && request.method !== 'HEAD') await database.assertSpace();
      return undefined;
    }
    await limits.address(undefined, request, reply);
    // Before a body is read that nobody wants.
    return refuseUnknown(request);
  });
  app.addHook('onResponse', logAnswer);
  // Connections that are kept alive by a request that still ran when the stop began would hold it up.
  app.addHook('preClose', async () => {
    const timer = setInterval(() => app.server.closeIdleConnections(), 100);
    app.server.once('close', () => clearInterval(timer));
    // Where it never listened it does not close either.
    timer.unref();
  });
  app.addHook('onRequestAbort', async (request) => {
    const { operationId } = request.routeOptions.config;
    request.log.info({ ...(operationId && { operationId }), event: 'aborted' }, 'the client went away');
  });
}

/** Throws `method-not-allowed` for a path of the contract, else `not-found`. */
function refuseUnknown(request: FastifyRequest): never {
  const methods = methodsOf(request.url);
  if (methods.length === 0) throw new ProblemError('not-found');
  throw new ProblemError('method-not-allowed', { allow: [...methods, 'OPTIONS'].join(', ') });
}

async function logAnswer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { operationId } = request.routeOptions.config;
  // A trace would join a secret vote to what its page did before, with a name.
  const traceId = operationId === 'castSecretVote' ? undefined : traceIdOf(request.headers.traceparent);
  request.log.info(
    {
      ...(operationId && { operationId }),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(reply.problemCode && { code: reply.problemCode }),
      ...(traceId && { traceId }),
    },
    'answered',
  );
}

/** The handlers, and what must be usable before the service starts. */
interface Assembled {
  readonly handlers: Handlers;
  readonly forms: Forms;
  readonly rulebook: CaseRulebook;
  readonly engine: CaseEngine;
  readonly hub: LiveHub;
  readonly courier: Courier;
  readonly staff: Staff;
  readonly ballotTurns: BallotTurns;
}

function assemble(parts: AppParts, slowClients: SlowClients, failed: (error: unknown) => void): Assembled {
  const { database, keys, clock, config } = parts;
  const federations = new FederationRepository(database);
  const requests = new HelpRequestRepository(database);
  const files = new AttachmentRepository(database);
  const forms = new Forms(database, federations, clock);
  const federationKeys = new FederationKeys(database, keys.wrapping, clock);
  const idempotency = new Idempotency(database, keys.idempotency, federationKeys, clock);
  const staff = new Staff(database, keys.staff, clock, config.staffSecondFactor);
  const audit = new AuditLog(database, keys.audit, clock);
  const receipts = new Receipts(database, keys.receipt, new GuessBrake(config.guessLimits, clock));
  const requestFiles = new RequestFiles(files, federationKeys);
  const rulebook = new CaseRulebook(database, federations, clock);
  // An inspection may take 150 MB: one at a time in all of the service, without the bytes of the next one beside it, and no
  // more waiting than are served within the patience of a client.
  const inspections = new Gate(1, 7, busySeconds);
  const uploads = new Uploads({
    files,
    forms,
    federationKeys,
    idempotency,
    keys,
    clock,
    limits: config.draftLimits,
    inspect: parts.inspect ?? inspect,
    inspections,
  });
  const downloads = new Downloads({ files, requests, receipts, requestFiles, slowClients });
  const submissions = new Submissions({
    requests,
    federations,
    forms,
    files,
    uploads,
    receipts,
    federationKeys,
    idempotency,
    clock,
    rulebook,
    marksKey: keys.marks,
    ...(parts.drawNumber && { drawNumber: parts.drawNumber }),
  });
  const shared = { ...parts, federations, federationKeys, idempotency, staff, audit, rulebook };
  const engine = caseEngineOf({ ...shared, files, uploads });
  const own = ownCaseHandlersOf({ ...shared, forms, receipts, downloads, failed }, engine);
  const council = councilEngineOf(shared);
  const webhooks = webhookHandlersOf(shared);
  const ballots = ballotHandlersOf({ ...shared, members: council.members });
  return {
    forms,
    rulebook,
    engine,
    hub: own.hub,
    courier: webhooks.courier,
    staff,
    ballotTurns: ballots.turns,
    handlers: {
      ...federationHandlers(federations, keys.cursor),
      ...helpRequestHandlers({ forms, submissions, requests, requestFiles, federations, receipts }),
      ...attachmentHandlers({ uploads, downloads }),
      ...servicePointHandlersOf({ ...parts, federations, federationKeys, idempotency, staff, inspections }),
      ...caseHandlersOf({ ...shared, files, uploads, downloads, submissions }, engine),
      ...own.handlers,
      ...reportHandlersOf({ ...shared, forms }, engine),
      ...webhooks.handlers,
      ...councilHandlersOf(shared, council),
      ...ballots.handlers,
      ...staffHandlersOf({ ...parts, federations, federationKeys, idempotency, staff, audit }),
      ...serviceHandlers(database),
    },
  };
}
