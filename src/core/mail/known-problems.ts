// Knows the problems with which a session can end, by name. Data only: which one it was is said by session-problem.ts.

/** In the order of their rules' codes, MC501 and following, one each. */
export const sessionProblems = [
  'name-not-found',
  'name-not-looked-up',
  'connection-refused',
  'no-answer',
  'clear-text-first', // TLS was spoken to a port that begins in clear text
  'tls-at-once', // clear text was expected of a port that begins with TLS
  'starttls-not-offered',
  'certificate-dates',
  'certificate-other-host',
  'certificate-untrusted',
  'tls-failed',
  'other-protocol',
  'silent',
  'closed',
  'unreadable',
  'greeting-refused',
  'login-refused',
  'login-later',
  'login-not-offered',
  'inbox-refused',
  'sender-refused',
  'recipient-refused',
  'message-refused',
  'later',
  'starttls-injection',
  'timed-out',
  'refused-before',
  'clear-text-forbidden',
  'other',
  'bearer-refused', // the mail server's no to an access token
  'send-as-refused', // the login is good, and may not send from this address
  'token-of-another', // tenant, application or user
  'token-clock',
  'token-refused',
  'token-sign-in-over', // the refresh token is no longer valid: somebody has to sign in again
  'service-unavailable',
  'token-application-refused', // its secret, certificate or key
  'token-application-unknown', // or the tenant, or the service
  'token-consent-missing',
  'token-sign-in-blocked', // second factor, conditional access, the account itself
  'token-later',
  'token-not-obtained', // nothing, or nothing that can be used, came
  'token-redirected',
  'token-for-another-service',
  'token-lacks-permission',
  'mailbox-not-in-service',
  'access-forbidden',
  'throttled',
  'web-page',
  'redirected-elsewhere',
  'token-not-accepted',
  'second-factor-wanted',
  'service-not-found',
  'mailbox-does-not-exist',
  'no-exchange-licence',
  'impersonation-denied',
  'send-as-denied',
  'mailbox-full',
  'server-busy',
  'scheme-not-offered', // HTTP authentication
  'autodiscover-nothing',
  'autodiscover-elsewhere',
  'ews-blocked',
] as const;
export type SessionProblem = (typeof sessionProblems)[number];
