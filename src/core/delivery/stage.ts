// Knows the stages of a message's path, in order. Data only.

/** The first stage that stops a message is the cause; everything after it is unknown or secondary. */
export const stages = [
  'request', // the site's settings and the contact's state: was a mail asked for at all?
  'recipient', // the contact's address and permission
  'process', // the action or workflow that sends
  'sender', // to whom its From resolves
  'mailbox', // of that sender: approved, tested, enabled
  'profile', // the server profile of that mailbox
  'server', // connect, TLS, login, message accepted
  'domain', // SPF, DKIM, DMARC
  'arrival', // seen in the mailbox, in time
] as const;
export type Stage = (typeof stages)[number];
