// Knows whether live tests run, are skipped with one plain line, or fail because the servers are required
// (MAILCHECK_LIVE=required, as in CI). May not start anything.

import { describe } from 'vitest';
import { serversMissing } from './servers.mjs';

const missing = serversMissing();
const packages = 'dovecot-pop3d dovecot-imapd dovecot-lmtpd postfix openssl';

if (missing.length > 0) {
  const what = `missing: ${missing.join(', ')} (on Debian 12: run as root, after apt-get install ${packages})`;
  if (process.env['MAILCHECK_LIVE'] === 'required')
    throw new Error(`Live tests are required here, but ${what}`);
  console.log(`Live tests with Dovecot and Postfix skipped; ${what}`);
}

/** `describe` for tests that need the real servers. */
export const describeLive = describe.skipIf(missing.length > 0);
