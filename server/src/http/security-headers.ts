import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

type Handler<Request extends IncomingMessage> = (request: Request, response: ServerResponse, next: () => void) => void;

const COMMON = {
  contentSecurityPolicy: false,
  referrerPolicy: { policy: 'no-referrer' },
  frameguard: { action: 'deny' },
} as const;

/** What every answer tells browsers, Socket.IO's own included. Nothing about https, as on plain http there is none to insist on. */
export function plainHeaders(): Handler<IncomingMessage> {
  return withPolicy(
    helmet({ ...COMMON, strictTransportSecurity: false, crossOriginOpenerPolicy: false, originAgentCluster: false }),
  );
}

/** The same, and https once it has been seen. Pages own their content security policy. */
export function securityHeaders(): Handler<IncomingMessage & { readonly secure: boolean }> {
  const plain = plainHeaders();
  const secure = withPolicy(
    helmet({ ...COMMON, strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true } }),
  );
  return (request, response, next) => {
    (request.secure ? secure : plain)(request, response, next);
  };
}

function withPolicy(handler: Handler<IncomingMessage>): Handler<IncomingMessage> {
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    handler(request, response, next);
  };
}
