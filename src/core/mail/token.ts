// Knows the shape of what is kept of an access token: what it says of itself, what it has to be, and how it was asked for.
// Plain, serialisable data; never the token. May not compare (token-claims.ts).

/** Claims of an access token (RFC 9068; Microsoft's v1 and v2 tokens). All of them as the token says, nothing verified. */
export type TokenClaims = {
  /** aud */
  audience?: string[];
  /** iss */
  issuer?: string;
  /** tid */
  tenant?: string;
  /** appid or azp */
  application?: string;
  /** scp or scope: what a user allowed. */
  scopes?: string[];
  /** roles: what an administrator allowed the application. */
  roles?: string[];
  /** upn, preferred_username, unique_name or email. */
  user?: string;
  /** ISO 8601: nbf or iat, and exp. */
  validFrom?: string;
  validTo?: string;
};

/** What a token is compared with before a mail server is bothered. A claim that the token lacks is not compared. */
export type ExpectedToken = {
  /** Any one of them, as host names or identifiers: "https://outlook.office365.com". */
  audiences: readonly string[];
  /** For an application: any one of these. */
  roles: readonly string[];
  /** For a user: any one of these. */
  scopes: readonly string[];
  tenant?: string;
  clientId?: string;
  /** For a user: whose token it must be. */
  user?: string;
};

/** How an access token was asked for: what a finding about it has to name. No secret, and no reference to one. */
export type TokenAsked = {
  authority: 'microsoft' | 'google';
  /** The token endpoint. */
  url: string;
  grant: 'client-credentials' | 'client-certificate' | 'refresh-token' | 'service-account';
  scope?: string;
  expected: ExpectedToken;
  /** For an application that stands in for the platform's own: the platform signs in server to server, and we cannot. */
  standIn?: true;
};
