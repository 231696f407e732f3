// Knows the shape of one reply of a server, in whatever protocol it came. Plain, serialisable data. May not judge.

/** One reply of a server. `text` is as received, control characters included; reporters make it safe to show. */
export type Reply = {
  /** SMTP: the three digits. POP3: "+OK" or "-ERR". IMAP: "OK", "NO", "BAD", "BYE". HTTP: the status. */
  code: string;
  /** Graph's error.code, EWS' ResponseCode; else RFC 3463 enhanced status ("5.7.8"), POP3 response code ("AUTH", RFC 2449/3206) or IMAP response code ("AUTHENTICATIONFAILED", RFC 5530). */
  enhanced?: string;
  text: string;
  /** What the server asked back before it refused an access token. */
  challenge?: BearerChallenge;
};

/**
 * The error challenge of OAUTHBEARER (RFC 7628 §3.2.2) and XOAUTH2. `status` is "invalid_token" and the like, or an HTTP
 * status ("401", Google); `scope` is what the token would have to cover, `schemes` how it would have to be presented.
 */
export type BearerChallenge = { status: string; scope?: string; schemes?: string };
