// Knows Dovecot 2.3's configuration for the tests: POP3, IMAP, LMTP for Postfix to deliver to, and the
// password check that Postfix asks. May not start anything.

import { join } from 'node:path';

/**
 * dovecot.conf. Dovecot takes a connection from an address to itself (127.0.0.1 to 127.0.0.1) for secured and
 * allows clear-text logins there; 127.0.0.2 is listened on to see them refused.
 */
export function dovecotConfiguration({ folder, ports, certificate, faults, hosts, loginPenalty = false }) {
  const inFolder = (name) => join(folder, 'dovecot', name);
  return `
base_dir = ${inFolder('run')}
state_dir = ${inFolder('state')}
instance_name = mailcheck-test
log_path = ${inFolder('dovecot.log')}
protocols = pop3 imap lmtp
listen = ${Object.values(hosts).map(asAddress).join(', ')}
mail_location = maildir:${join(folder, 'mail')}/%n
mail_fsync = never
postmaster_address = postmaster@example.com
disable_plaintext_auth = yes
auth_mechanisms = plain login
${loginPenalty ? '' : withoutPenalty}ssl = yes
ssl_min_protocol = TLSv1.2
ssl_cert = <${certificate.certificate}
ssl_key = <${certificate.key}
${faults.map(faultyHost).join('')}local ${hosts.withoutTls} {
  ssl = no
}
local ${hosts.withoutUidplus} {
  protocol imap {
    imap_capability = IMAP4rev1 SASL-IR LITERAL+ IDLE
  }
}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${inFolder('passwords')}
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${join(folder, 'mail')}/%n
}
first_valid_uid = 1
service pop3-login {
  inet_listener pop3 {
    port = ${ports.pop3}
  }
  inet_listener pop3s {
    port = ${ports.pop3s}
    ssl = yes
  }
}
service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service auth {
  unix_listener ${inFolder('auth-postfix')} {
    mode = 0666
  }
}
service lmtp {
  unix_listener ${inFolder('lmtp')} {
    mode = 0666
  }
}
service stats {
  client_limit = 1000
}
`;
}

/** A refused login makes every later one from the same address wait: Dovecot's way with attackers, which tests are not. */
const withoutPenalty = `# Tests are not attackers. Half a second remains: Dovecot looks at its queue of refused logins that often.
auth_failure_delay = 0
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;

/** The passwd-file: address and password in clear text, nothing else. */
export function dovecotPasswords(accounts) {
  return accounts.map(({ address, password }) => `${address}:{PLAIN}${password}\n`).join('');
}

function faultyHost({ host, certificate }) {
  return `local ${host} {
  ssl_cert = <${certificate.certificate}
  ssl_key = <${certificate.key}
}
`;
}

function asAddress(host) {
  return host === 'localhost' ? '127.0.0.1' : host;
}
