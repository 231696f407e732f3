// Knows the shape of one row of the table of server replies: by what it is recognised, what it means, who must act and how.
// Types only; the rows stand in the *-rows.ts files, the matching in known-reply.ts.

import type { Language, Who } from '../../rules/rule.ts';
import type { StepName } from '../step.ts';
import type { TokenAsked } from '../token.ts';
import type { FaultClass } from '../fault-class.ts';
import type { SessionProtocol } from '../protocol.ts';
import type { SessionProblem } from '../known-problems.ts';

/** In both languages; {mailbox}, {host}, {profile}, {login}, {application} and {permission} stand for the names of the case,
 *  {or token} for those words where it is not known that a password was sent. */
export type ReplyText = Record<Language, string>;

/** Whose words a row knows; vendor.ts tells it from a host, a greeting or a certificate. */
export const replyVendors = [
  'exchange-online',
  'exchange-server',
  'outlook-com',
  'gmail',
  'yahoo',
  'icloud',
  'gmx',
  'postfix',
  'dovecot',
  'exim',
  'sendmail',
  'courier',
  'cyrus',
] as const;
export type ReplyVendor = (typeof replyVendors)[number];

/** `graph`, `ews` and `http`: code is the HTTP status, enhanced the error code in the body. */
export type ReplyProtocol = SessionProtocol | 'http';

/** Where in a session it was said; `token`: by the endpoint that gives tokens. */
export type ReplyStep = StepName;

/** Who must act, in one word; the steps name the person. */
export type ReplyActor =
  | 'us' // whoever keeps the profile, the mailbox and their credentials
  | 'mail-administrator' // of the sender's mail server or tenant
  | 'provider'
  | 'recipient' // the other side
  | 'network';

/** `enter`: a value under "Credentials", wherever the case keeps them. */
export type ReplyFix = ({ who: Who; do: ReplyText } | { enter: ReplyText }) & {
  /** Only where the token was asked for in one of these ways. */
  grants?: readonly TokenAsked['grant'][];
};

export type ReplyRow = {
  /** Speaking and for ever: reports and saved findings name it. */
  id: string;
  /** Must not be known to be another; has to be known where neither a telltale nor a status of the vendor's own tells. */
  vendors?: readonly ReplyVendor[];
  /** Its telltale is too common to be taken for the vendor's where the vendor is not known. */
  needsVendor?: true;
  protocols?: readonly ReplyProtocol[];
  /** How the token was asked for; has to be known where no telltale tells. */
  grants?: readonly TokenAsked['grant'][];
  at?: readonly ReplyStep[];
  /** Only where the session was seen to have logged in, whatever another row makes of the words. */
  afterLogin?: true;
  /** SMTP digits, -ERR, NO, BAD, BYE, an HTTP status, an OAuth error, or the code of Node, nodemailer or imapflow. */
  codes?: readonly string[];
  /** Enhanced status, "5.7.500-699" for a range; a POP3 or IMAP response code; AADSTS number; Graph or EWS error
   *  code; "none" where the reply has none. */
  statuses?: readonly string[];
  /** Lower case, spaces squeezed; " … " leaves something out. One of them has to be there. */
  telltales?: readonly string[];
  class: FaultClass;
  acts: ReplyActor;
  /** What a session ends with that was answered so, where the step alone does not say: which rule tells it. */
  problem?: SessionProblem;
  /** General knowledge that no source of ours confirms: worded "may", "usually". */
  unconfirmed?: true;
  /** A limit of one user's logins or sessions, whatever the code says of the service. */
  ofTheUser?: true;
  /** A limit of the day: waiting for some minutes does not help. */
  ofTheDay?: true;
  /** A limit of connections at once: fewer of ours may be all it takes. */
  atOnce?: true;
  /** Refuses not the credentials but the way they would be sent: another mechanism, or TLS first. */
  wayOfLogin?: true;
  /** What it means, as whole sentences. */
  cause: ReplyText;
  fix: readonly ReplyFix[];
  /** As a server or library writes it; the table's tests read it back. */
  example: string;
};
